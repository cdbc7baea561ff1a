package org.teestriage.web.pages;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateGlobal;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.teestriage.decision.wording.Wording;

/** What the layout of every page says. Asked for by the layout itself, so that no page can forget it. */
@TemplateGlobal
final class LayoutGlobals {

    private LayoutGlobals() {}

    /** What to do when a child is in danger now. */
    static Wording.Emergency emergency() {
        return Arc.container().instance(Wording.class).get().emergency();
    }

    /** How long somebody may do nothing, and how long before that they are warned. */
    @TemplateData
    record Session(Duration idle, Duration warning) {

        /** After how long on one page the warning comes. */
        public long warnAfterSeconds() {
            return idle.minus(warning).toSeconds();
        }

        public long warningMinutes() {
            return warning.toMinutes();
        }
    }

    static Session session() {
        return new Session(
                ConfigProvider.getConfig().getValue("tees-triage.session.idle", Duration.class),
                ConfigProvider.getConfig().getValue("tees-triage.session.warning", Duration.class));
    }

    /** Where the style sheet and the scripts are. */
    static String assets() {
        return Assets.address();
    }

    /** Whether made-up people sign in here: asked of the setting itself. */
    static boolean demoAccounts() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.security.users.embedded.enabled", boolean.class)
                .orElse(false);
    }
}
