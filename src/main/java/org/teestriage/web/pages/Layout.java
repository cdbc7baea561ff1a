package org.teestriage.web.pages;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.teestriage.access.Officer;
import org.teestriage.casework.breakglass.BreakGlassLog;
import org.teestriage.casework.breakglass.BreakGlassService;

/** What the layout of every page says. Asked for by the layout itself, so that no page can forget it. */
@Named
@Singleton
public class Layout {

    private final SessionSettings session;
    private final BreakGlassService breakGlassService;
    private final boolean demoAccounts;

    Layout(
            SessionSettings session,
            BreakGlassService breakGlassService,
            @ConfigProperty(name = "quarkus.security.users.embedded.enabled", defaultValue = "false")
                    boolean demoAccounts) {
        this.session = session;
        this.breakGlassService = breakGlassService;
        this.demoAccounts = demoAccounts;
    }

    /** Whether made-up people sign in here: asked of the setting itself. */
    public boolean demoAccounts() {
        return demoAccounts;
    }

    /** After how long on one page the warning comes that the session ends. */
    public long warnAfterSeconds() {
        return session.idle().minus(session.warning()).toSeconds();
    }

    public long warningMinutes() {
        return session.warning().toMinutes();
    }

    /** What somebody looks at through broken glass, for the banner that stands on every page while they may. */
    public List<BreakGlassLog.Line> brokenGlass(Officer officer) {
        return breakGlassService.openOf(officer);
    }
}
