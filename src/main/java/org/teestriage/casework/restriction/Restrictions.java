package org.teestriage.casework.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.AccessRestriction.Kind;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.access.authorization.RestrictionEntry;
import org.teestriage.access.authorization.StaffMember;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Directory;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.platform.text.PlainWords;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.timeline.TimelineEvent;

@ApplicationScoped
public class Restrictions {

    static final String BY_WORKPLACE = "Access was restricted: the workplace of a person of concern.";

    private static final String AT_THE_HUBS =
            "Access to what concerns the LADO was restricted to staff of the hubs of this concern and the person who"
                    + " raised it.";

    private static final int BELOW_THE_LADO = 5000;

    private final RestrictionRecords records;
    private final StaffMembers staffMembers;
    private final InaccessibleClaims inaccessibleClaims;
    private final ConcernAccess concernAccess;
    private final Directory directory;

    Restrictions(
            RestrictionRecords records,
            StaffMembers staffMembers,
            InaccessibleClaims inaccessibleClaims,
            ConcernAccess concernAccess,
            Directory directory) {
        this.records = records;
        this.staffMembers = staffMembers;
        this.inaccessibleClaims = inaccessibleClaims;
        this.concernAccess = concernAccess;
        this.directory = directory;
    }

    /** Returns the restrictions that the redaction lets the reader see. */
    public List<RestrictionsView.Line> shown(Reference reference, Redaction redaction) {
        return records.of(reference).stream()
                .filter(built -> !redaction.hides(built.accessRestriction()))
                .map(built -> new RestrictionsView.Line(
                        built.number(),
                        built.accessRestriction().kind(),
                        redaction.subject(built.accessRestriction()),
                        userName(built.accessRestriction())
                                .map(redaction::person)
                                .orElse(null),
                        redaction.subjectHubs(built.accessRestriction()).stream()
                                .map(hub -> directory.hub(hub).name())
                                .sorted()
                                .toList(),
                        built.setAt(),
                        built.stands()))
                .toList();
    }

    private Optional<String> userName(AccessRestriction restriction) {
        return switch (restriction.kind()) {
            case EXCLUDED_USER, NAMED, NAMED_FOR_LADO ->
                staffMembers.find(restriction.subject()).map(StaffMember::name);
            case EXCLUDED_NAME, EXCLUDED_WORKPLACE, LADO_AT_THE_HUBS -> Optional.empty();
        };
    }

    List<RestrictionRecord> standing(Reference reference) {
        return records.of(reference).stream().filter(RestrictionRecord::stands).toList();
    }

    Optional<RestrictionRecord> standing(Reference reference, int number) {
        return standing(reference).stream()
                .filter(restriction -> restriction.number() == number)
                .findFirst();
    }

    /** Adds a restriction that a manager orders, unless an equal one stands. */
    void order(ConcernUpdate update, AccessRestriction restriction, String reason) {
        build(update, restriction, sentence(restriction.kind()), reason, RestrictionRecord::stands);
    }

    /**
     * Adds a restriction that follows from the facts, unless an equal one stands or was lifted: a person's decision to
     * lift it is final.
     */
    private void deduce(ConcernUpdate update, AccessRestriction restriction, String sentence, String reason) {
        build(update, restriction, sentence, reason, built -> true);
    }

    private void build(
            ConcernUpdate update,
            AccessRestriction restriction,
            String sentence,
            String reason,
            Predicate<RestrictionRecord> counts) {
        Reference reference = update.concern().reference();
        List<RestrictionRecord> before = records.of(reference);
        if (before.stream().filter(counts).anyMatch(built -> same(built.accessRestriction(), restriction))) {
            return;
        }
        records.persist(new RestrictionRecord(reference, number(before, restriction), restriction, update.now()));
        concernAccess.accessChanged(reference);
        update.record(
                TimelineEvent.Kind.WALLED,
                sentence,
                new RestrictionEntry(restriction.kind(), restriction.subject(), reason));
    }

    /** Numbers restrictions that reveal LADO information from 5001, so that redaction leaves no gap in the numbers. */
    private static int number(List<RestrictionRecord> before, AccessRestriction restriction) {
        boolean apart = restriction.revealsLado();
        return 1
                + before.stream()
                        .mapToInt(RestrictionRecord::number)
                        .filter(number -> apart == number > BELOW_THE_LADO)
                        .max()
                        .orElse(apart ? BELOW_THE_LADO : 0);
    }

    private static boolean comparesWords(Kind kind) {
        return kind == Kind.EXCLUDED_NAME || kind == Kind.EXCLUDED_WORKPLACE;
    }

    private static String sentence(Kind kind) {
        return switch (kind) {
            case EXCLUDED_USER, EXCLUDED_NAME -> "Access was restricted: a conflict of interest.";
            case EXCLUDED_WORKPLACE -> "Access was restricted: a workplace.";
            case NAMED -> "Only named people have access.";
            case NAMED_FOR_LADO -> "Only named people have access to what concerns the LADO.";
            case LADO_AT_THE_HUBS -> AT_THE_HUBS;
        };
    }

    /** An earlier release stored the words of a name in another spelling. */
    static boolean same(AccessRestriction built, AccessRestriction restriction) {
        return built.equals(restriction)
                || (comparesWords(restriction.kind())
                        && built.kind() == restriction.kind()
                        && sortedWords(built.subject()).equals(sortedWords(restriction.subject())));
    }

    private static List<String> sortedWords(String subject) {
        return PlainWords.of(subject).stream().sorted().toList();
    }

    /**
     * Excludes suspects by their real and claimed names, their workplaces with the hubs whose staff come from there, and
     * people with an interest of their own, and restricts what concerns the LADO, in the transaction that records them. A
     * name that many people have, such as a common first name, does not exclude.
     */
    public void deduce(ConcernUpdate update) {
        Facts facts = update.concern().facts();
        for (Suspect suspect : facts.suspects()) {
            excludeNames(update, "a person of concern", suspect.realName(), suspect.claimedName());
            Optional.ofNullable(suspect.workplace())
                    .map(Suspect.Workplace::name)
                    .filter(name -> !NameMatcher.words(name).isEmpty())
                    .ifPresent(name -> excludeWorkplace(update, name));
        }
        if (!facts.suspectsAtWork().isEmpty()) {
            restrictWhatConcernsTheLado(update, "A person of this concern works with children.");
            excludeAnAgencyThatMayEmploy(update);
        }
        facts.people().stream()
                .filter(Person::mayHaveAnInterest)
                .forEach(person -> excludeNames(update, "a person close to a child", person.name()));
    }

    private void excludeNames(ConcernUpdate update, String who, @Nullable String... names) {
        Stream.of(names)
                .flatMap(Stream::ofNullable)
                .filter(NameMatcher::identifies)
                .map(NameMatcher::words)
                .distinct()
                .forEach(words -> deduce(
                        update,
                        new AccessRestriction(Kind.EXCLUDED_NAME, words),
                        "Access was restricted: people with the name of %s.".formatted(who),
                        "Named as %s in the concern.".formatted(who)));
    }

    /** From the moment at which a referral to the LADO is due, unless it is restricted already or a manager lifted that. */
    public void restrictWhatConcernsTheLado(ConcernUpdate update, String reason) {
        deduce(update, new AccessRestriction(Kind.LADO_AT_THE_HUBS, "LADO"), AT_THE_HUBS, reason);
    }

    /** Where a workplace is not known, it may be the agency that raised the concern. */
    private void excludeAnAgencyThatMayEmploy(ConcernUpdate update) {
        boolean unknown = update.concern().facts().suspects().stream()
                .anyMatch(suspect -> suspect.atWorkWithChildren()
                        && (suspect.workplace() == null
                                || Blanks.nothing(suspect.workplace().name())));
        String agency = NameMatcher.words(update.concern().agency());
        if (unknown && !agency.isEmpty()) {
            deduce(
                    update,
                    new AccessRestriction(Kind.EXCLUDED_WORKPLACE, agency),
                    BY_WORKPLACE,
                    "Where the person works with children is not known. It may be the agency that raised the concern.");
        }
    }

    private void excludeWorkplace(ConcernUpdate update, String name) {
        Set<String> hubs = directory.hubsStaffedFrom(name, BusinessClock.dateOf(update.now()));
        deduce(
                update,
                new AccessRestriction(Kind.EXCLUDED_WORKPLACE, NameMatcher.words(name), hubs),
                BY_WORKPLACE,
                reason(hubs));
    }

    /** Why a workplace is excluded, and whose staff with it. */
    String reason(Set<String> hubs) {
        String staff = hubs.stream().map(hub -> directory.hub(hub).name()).collect(Collectors.joining(", "));
        return "Named as the workplace of a person of concern in the concern."
                + (hubs.isEmpty() ? "" : " Its staff work at %s.".formatted(staff));
    }

    /** Releases claimed steps that their owner may no longer see. */
    public void releaseInaccessibleClaims(ConcernUpdate update) {
        inaccessibleClaims.release(update.concern().reference(), update::record);
    }
}
