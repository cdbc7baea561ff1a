package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.teestriage.casework.path.Supplements;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Part;
import org.teestriage.decision.AuthorityDecision;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.routing.Routing;
import org.teestriage.platform.transaction.RequestRefusedException;

@Singleton
class AuthorityDecisionEffect implements DecisionEffect<AuthorityDecision> {

    private final Directory directory;
    private final Routing routing;
    private final StepRelocation stepRelocation;
    private final Supplements supplements;
    private final Restrictions restrictions;

    AuthorityDecisionEffect(
            Directory directory,
            Routing routing,
            StepRelocation stepRelocation,
            Supplements supplements,
            Restrictions restrictions) {
        this.directory = directory;
        this.routing = routing;
        this.stepRelocation = stepRelocation;
        this.supplements = supplements;
        this.restrictions = restrictions;
    }

    @Override
    public Class<AuthorityDecision> type() {
        return AuthorityDecision.class;
    }

    @Override
    public void check(AuthorityDecision decision, StepContext context) {
        List<Authority> authorities = directory.authorities();
        if (authorities.stream().noneMatch(known -> known.code().equals(decision.authority()))) {
            throw RequestRefusedException.conflict("No authority has this code. Use one of: %s."
                    .formatted(authorities.stream()
                            .map(known -> known.code() + " (" + known.name() + ")")
                            .collect(Collectors.joining(", "))));
        }
    }

    @Override
    public void apply(AuthorityDecision decision, StepContext context) {
        Routing.Placement placement = routing.at(
                directory.authority(decision.authority()),
                "decided by a person",
                context.concern().receivedOn());
        context.part()
                .place(
                        placement.hub(),
                        decision.authority(),
                        placement.standing(),
                        Part.Ground.DECISION,
                        context.now());
        stepRelocation.move(context.update(), context.part());
        restrictions.releaseInaccessibleClaims(context.update());
        supplements.record(context.update());
    }
}
