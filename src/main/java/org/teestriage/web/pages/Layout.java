package org.teestriage.web.pages;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.casework.breakglass.BreakGlassLog;
import org.teestriage.casework.breakglass.BreakGlassService;
import org.teestriage.casework.restriction.StandInService;
import org.teestriage.concern.Reference;

/** Data of the page layout. The layout template reads it itself, so that no page can omit it. */
@Named
@Singleton
public class Layout {

    private final SessionSettings session;
    private final BreakGlassService breakGlassService;
    private final StandInService standInService;
    private final boolean demoAccounts;

    Layout(
            SessionSettings session,
            BreakGlassService breakGlassService,
            StandInService standInService,
            @ConfigProperty(name = "quarkus.security.users.embedded.enabled", defaultValue = "false")
                    boolean demoAccounts) {
        this.session = session;
        this.breakGlassService = breakGlassService;
        this.standInService = standInService;
        this.demoAccounts = demoAccounts;
    }

    public boolean demoAccounts() {
        return demoAccounts;
    }

    /** Inactive time on one page before the warning that the session will end. */
    public long warnAfterSeconds() {
        return session.idle().minus(session.warning()).toSeconds();
    }

    public long warningMinutes() {
        return session.warning().toMinutes();
    }

    /** Concerns that the user can see by emergency access, for the banner on every page. */
    public List<BreakGlassLog.Line> brokenGlass(Officer officer) {
        return breakGlassService.openOf(officer);
    }

    /** Concerns on which the user stands in because no person of the hub may act, for the banner on every page. */
    public List<Reference> standIns(Officer officer) {
        return Access.may(officer, Act.MANAGE) ? standInService.openOf(officer) : List.of();
    }
}
