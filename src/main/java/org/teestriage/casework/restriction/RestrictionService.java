package org.teestriage.casework.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.RestrictionEntry;
import org.teestriage.access.authorization.StaffMember;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.TimelineEvent.Kind;

/** Manages the access restrictions of a concern. A change applies from the next request on. */
@ApplicationScoped
public class RestrictionService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Restrictions restrictions;
    private final StaffMembers staffMembers;

    RestrictionService(
            Transactions transactions,
            ConcernAccess concernAccess,
            Restrictions restrictions,
            StaffMembers staffMembers) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.restrictions = restrictions;
        this.staffMembers = staffMembers;
    }

    public RestrictionsView of(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            return view(concernAccess.forReading(officer, Act.SEE_READINGS, reference, What.WALLS));
        });
    }

    public RestrictionsView build(Officer officer, Reference reference, RestrictionRequest order) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, Act.MANAGE, reference);
            staffMembers.recordUse(officer);
            requireNamed(concernAccess.sight(update), kind(order.kind()));
            check(update, order);
            order.users().stream()
                    .sorted()
                    .forEach(user -> restrictions.build(
                            update, new AccessRestriction(kind(order.kind()), user), order.reason()));
            restrictions.releaseInaccessibleClaims(update);
            return view(concernAccess.sight(update));
        });
    }

    private static void requireNamed(ConcernReading sight, AccessRestriction.Kind kind) {
        if (!Access.mayChangeRestriction(sight.officer(), kind, sight.ground())) {
            throw RequestRefusedException.notAllowed(
                    "A restriction to named people stands. Only they add to it or lift it: ask one of them.");
        }
    }

    private void check(ConcernUpdate update, RestrictionRequest order) {
        String self = update.officer().user();
        if (order.kind() == RestrictionRequest.Kind.EXCLUDE) {
            if (order.users().contains(self)) {
                throw RequestRefusedException.conflict(
                        "You cannot keep yourself out: ask another manager of the hub to,"
                                + " so that somebody still answers for this concern.");
            }
            return;
        }
        if (!order.users().contains(self) && !isNamed(update, self, kind(order.kind()))) {
            throw RequestRefusedException.conflict("Name yourself too, so that somebody can let others in later.");
        }
        for (String user : order.users()) {
            if (!user.equals(self) && !worksOn(update.concern(), user)) {
                throw RequestRefusedException.conflict(
                        "One of these user names is nobody's who works at a hub of this concern and has"
                                + " signed in before. Check them.");
            }
        }
    }

    private boolean isNamed(ConcernUpdate update, String user, AccessRestriction.Kind kind) {
        return restrictions.standing(update.concern().reference()).stream()
                .anyMatch(built -> built.accessRestriction().equals(new AccessRestriction(kind, user)));
    }

    private boolean worksOn(Concern concern, String user) {
        Optional<StaffMember> known = staffMembers.find(user);
        return known.isPresent()
                && concern.parts().stream().anyMatch(part -> known.get().worksAt(part.hub()));
    }

    private static AccessRestriction.Kind kind(RestrictionRequest.Kind kind) {
        return switch (kind) {
            case EXCLUDE -> AccessRestriction.Kind.EXCLUDED_USER;
            case RESTRICT -> AccessRestriction.Kind.NAMED;
            case RESTRICT_LADO -> AccessRestriction.Kind.NAMED_FOR_LADO;
        };
    }

    public RestrictionsView lift(Officer officer, Reference reference, int number, RemovalRequest lifting) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, Act.MANAGE, reference);
            ConcernReading sight = concernAccess.sight(update);
            RestrictionRecord restriction = restrictions
                    .standing(reference, number)
                    .filter(standing -> !sight.redaction().hides(standing.accessRestriction()))
                    .orElseThrow(() -> RequestRefusedException.conflict(
                            "There is no restriction with this number, or it was lifted before."));
            requireNamed(sight, restriction.accessRestriction().kind());
            restriction.lift(update.now());
            concernAccess.accessChanged(reference);
            update.record(
                    Kind.UNWALLED,
                    "A restriction was lifted.",
                    new RestrictionEntry(
                            restriction.accessRestriction().kind(),
                            restriction.accessRestriction().subject(),
                            lifting.reason()));
            return view(concernAccess.sight(update));
        });
    }

    private RestrictionsView view(ConcernReading sight) {
        Reference reference = sight.concern().reference();
        return new RestrictionsView(reference, restrictions.shown(reference, sight.redaction()));
    }
}
