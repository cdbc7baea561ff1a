package org.teestriage.casework.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.AccessFactsQuery;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.RestrictionEntry;
import org.teestriage.access.authorization.StaffMember;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.concern.Reference;
import org.teestriage.directory.Directory;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.TimelineEvent.Kind;

@ApplicationScoped
public class RestrictionService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Restrictions restrictions;
    private final StandIns standIns;
    private final AccessFactsQuery accessFactsQuery;
    private final StaffMembers staffMembers;
    private final Directory directory;

    RestrictionService(
            Transactions transactions,
            ConcernAccess concernAccess,
            Restrictions restrictions,
            StandIns standIns,
            AccessFactsQuery accessFactsQuery,
            StaffMembers staffMembers,
            Directory directory) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.restrictions = restrictions;
        this.standIns = standIns;
        this.accessFactsQuery = accessFactsQuery;
        this.staffMembers = staffMembers;
        this.directory = directory;
    }

    public RestrictionsView of(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            return view(concernAccess.forReading(officer, Act.SEE_READINGS, reference, What.WALLS));
        });
    }

    /** Whether the officer may still see the restrictions: a change can end the officer's own access. */
    public boolean maySee(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> accessFactsQuery
                .of(reference)
                .filter(facts -> Access.may(officer, Act.SEE_READINGS, facts))
                .isPresent());
    }

    /** The members of staff of all hubs, for a manager of the concern who excludes or names some of them. */
    public StaffChoices staff(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            AccessFacts facts =
                    concernAccess.forAnswering(officer, Act.MANAGE, reference).ground();
            return new StaffChoices(staffMembers.present().stream()
                    .map(StaffMember::officer)
                    .sorted(Comparator.comparing(Officer::name).thenComparing(Officer::user))
                    .map(person -> new StaffChoices.Line(
                            person.user(),
                            person.name(),
                            person.role(),
                            person.hubs().stream()
                                    .map(hub -> directory.hub(hub).name())
                                    .sorted()
                                    .toList(),
                            Access.mayBeNamed(person, facts)))
                    .toList());
        });
    }

    public RestrictionsView add(Officer officer, Reference reference, RestrictionRequest request) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, Act.MANAGE, reference);
            staffMembers.recordUse(officer);
            AccessFacts facts = concernAccess.facts(update.concern());
            AccessRestriction.Kind kind = kind(request.kind());
            requireNamed(officer, facts, kind);
            List<AccessRestriction> added =
                    switch (request.kind()) {
                        case EXCLUDE -> excludedUsers(officer, request);
                        case EXCLUDE_NAME -> excludedNames(officer, request);
                        case RESTRICT, RESTRICT_LADO -> named(update, facts, request);
                    };
            whileStaffCanAct(
                    update, kind, () -> added.forEach(each -> restrictions.order(update, each, request.reason())));
            restrictions.releaseInaccessibleClaims(update);
            return view(concernAccess.sight(update));
        });
    }

    private static void requireNamed(Officer officer, AccessFacts facts, AccessRestriction.Kind kind) {
        if (!Access.mayChangeRestriction(officer, kind, facts)) {
            throw RequestRefusedException.notAllowed(
                    "A restriction to named people stands. Only they add to it or lift it: ask one of them.");
        }
    }

    private List<AccessRestriction> excludedUsers(Officer officer, RestrictionRequest request) {
        if (request.users().contains(officer.user())) {
            throw RequestRefusedException.conflict("You cannot keep yourself out: ask another manager of the hub to,"
                    + " so that a person still answers for this concern.");
        }
        requireStaff(
                request.users(),
                "Choose people from the list of staff. Exclude a person who is not in it by name instead.");
        return users(request, AccessRestriction.Kind.EXCLUDED_USER);
    }

    private static List<AccessRestriction> excludedNames(Officer officer, RestrictionRequest request) {
        if (request.names().isEmpty()) {
            throw RequestRefusedException.conflict("Give the full name of each person to exclude.");
        }
        for (String name : request.names()) {
            if (!NameMatcher.identifies(name)) {
                throw RequestRefusedException.conflict(
                        "Give first name and family name: one of these names is that of many people.");
            }
            if (NameMatcher.samePerson(name, officer.name())) {
                throw RequestRefusedException.conflict(
                        "One of these names is yours, or may be. You cannot keep yourself out: ask another manager of"
                                + " the hub to.");
            }
        }
        return request.names().stream()
                .map(name -> new AccessRestriction(AccessRestriction.Kind.EXCLUDED_NAME, NameMatcher.words(name)))
                .distinct()
                .toList();
    }

    private List<AccessRestriction> named(ConcernUpdate update, AccessFacts facts, RestrictionRequest request) {
        Officer officer = update.officer();
        AccessRestriction.Kind kind = kind(request.kind());
        requireStaff(
                request.users(),
                "Choose people from the list of staff. A person who is not in it has no account at a hub yet.");
        boolean staysIn = request.users().contains(officer.user())
                || facts.restrictions().contains(new AccessRestriction(kind, officer.user()))
                || Access.standsIn(officer, facts);
        if (!staysIn) {
            throw RequestRefusedException.conflict(
                    "Name yourself too, so that a person with access can let others in later.");
        }
        boolean allMayBeNamed = request.users().stream()
                .filter(user -> !user.equals(officer.user()))
                .flatMap(user -> staffMembers.find(user).stream())
                .allMatch(member -> member.isPresent() && Access.mayBeNamed(member.officer(), facts));
        if (!allMayBeNamed) {
            throw RequestRefusedException.conflict("One of these people works at no hub of this concern, is excluded"
                    + " from it, or has left. Choose others.");
        }
        return users(request, kind);
    }

    private void requireStaff(List<String> users, String advice) {
        if (users.isEmpty()) {
            throw RequestRefusedException.conflict("Choose at least one person.");
        }
        if (users.stream().anyMatch(user -> staffMembers.find(user).isEmpty())) {
            throw RequestRefusedException.conflict("No member of staff has one of these user names. " + advice);
        }
    }

    private static List<AccessRestriction> users(RestrictionRequest request, AccessRestriction.Kind kind) {
        return request.users().stream()
                .sorted()
                .map(user -> new AccessRestriction(kind, user))
                .toList();
    }

    private static AccessRestriction.Kind kind(RestrictionRequest.Kind kind) {
        return switch (kind) {
            case EXCLUDE -> AccessRestriction.Kind.EXCLUDED_USER;
            case EXCLUDE_NAME -> AccessRestriction.Kind.EXCLUDED_NAME;
            case RESTRICT -> AccessRestriction.Kind.NAMED;
            case RESTRICT_LADO -> AccessRestriction.Kind.NAMED_FOR_LADO;
        };
    }

    /**
     * Applies a change. Refuses a choice of named people that leaves no person who may act. An exclusion protects
     * against a conflict of interest, so it applies in any case, and the next manager in line stands in.
     */
    private void whileStaffCanAct(ConcernUpdate update, AccessRestriction.Kind kind, Runnable change) {
        List<String> before = standIns.uncovered(update.concern());
        change.run();
        if (kind == AccessRestriction.Kind.NAMED || kind == AccessRestriction.Kind.NAMED_FOR_LADO) {
            List<String> uncovered = new ArrayList<>(standIns.uncovered(update.concern()));
            uncovered.removeAll(before);
            if (!uncovered.isEmpty()) {
                throw RequestRefusedException.conflict(
                        "This would leave no person who may act at %s. Name a manager who works there as well."
                                .formatted(String.join(" and ", uncovered)));
            }
        }
        standIns.adjust(update);
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
            AccessRestriction lifted = restriction.accessRestriction();
            requireNamed(officer, sight.ground(), lifted.kind());
            whileStaffCanAct(update, lifted.kind(), () -> {
                restriction.lift(update.now());
                concernAccess.accessChanged(reference);
                update.record(
                        Kind.UNWALLED,
                        "A restriction was lifted.",
                        new RestrictionEntry(lifted.kind(), lifted.subject(), lifting.reason()));
            });
            return view(concernAccess.sight(update));
        });
    }

    private RestrictionsView view(ConcernReading sight) {
        Reference reference = sight.concern().reference();
        return new RestrictionsView(
                reference,
                restrictions.shown(reference, sight.redaction()),
                standIns.shown(reference, sight.ground(), sight.redaction()));
    }
}
