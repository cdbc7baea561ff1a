package org.teestriage.pages;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import org.eclipse.microprofile.config.ConfigProvider;
import org.teestriage.desk.Wording;

/** What the layout of every page says. Asked for by the layout itself, so that no page can forget it. */
@TemplateGlobal
final class Everywhere {

    private Everywhere() {}

    /** What to do when a child is in danger now. */
    static Wording.Emergency emergency() {
        return Arc.container().instance(Wording.class).get().emergency();
    }

    /** Whether made-up people sign in here: asked of the setting itself. */
    static boolean demoAccounts() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.security.users.embedded.enabled", boolean.class)
                .orElse(false);
    }
}
