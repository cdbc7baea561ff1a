package org.teestriage.access.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.teestriage.access.DutyTeamRule;
import org.teestriage.decision.Step;
import org.teestriage.platform.text.LondonTime;

/** When the Emergency Duty Team works, and for which hubs. */
@ApplicationScoped
public class DutyTeamHours {

    private final OpeningTimes openingTimes;

    public DutyTeamHours(OpeningTimes openingTimes) {
        this.openingTimes = openingTimes;
    }

    public DutyTeamRule.Version rule(Instant now) {
        return DutyTeamRule.on(LocalDate.ofInstant(now, LondonTime.ZONE));
    }

    /** The hubs for which the team works now. */
    public Set<String> closedHubs(Instant now) {
        return rule(now).hubs().stream().filter(hub -> isClosed(hub, now)).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isClosed(String hub, Instant now) {
        return openingTimes.opensAgain(hub, now).isPresent();
    }

    /** The hubs of the team, closed or not. */
    public Set<String> hubs(Instant now) {
        return rule(now).hubs();
    }

    /**
     * What happens to an open step now; empty while its hub is open.
     *
     * @param urgent whether the concern is red or a child is in danger
     */
    public Optional<WhileClosed> whileClosed(Step step, String hub, boolean urgent, Instant now) {
        return openingTimes
                .opensAgain(hub, now)
                .map(opens -> new WhileClosed(urgent && isTaken(step, hub, now), opens));
    }

    /** Whether the team takes such a step of the hub while that is closed. */
    public boolean isTaken(Step step, String hub, Instant now) {
        DutyTeamRule.Version rule = rule(now);
        return rule.hubs().contains(hub) && rule.steps().contains(step.id());
    }

    /** Until when the team reads a concern on which it works now for a hub; empty while the hub is open. */
    Optional<Instant> readsUntil(String hub, Instant now) {
        return openingTimes
                .opensAgain(hub, now)
                .map(opens -> opens.plus(rule(now).stillReads()));
    }
}
