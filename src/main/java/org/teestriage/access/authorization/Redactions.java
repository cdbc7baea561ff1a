package org.teestriage.access.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;

@ApplicationScoped
class Redactions {

    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");

    private final Timeline timeline;
    private final AccessFactsQuery accessFactsQuery;
    private final Notes notes;

    Redactions(Timeline timeline, AccessFactsQuery accessFactsQuery, Notes notes) {
        this.timeline = timeline;
        this.accessFactsQuery = accessFactsQuery;
        this.notes = notes;
    }

    /**
     * What identifies a referrer or a place beside the present facts: accounts that signed for the agency, and corrected
     * facts. Read only if something is hidden.
     */
    record Known(Supplier<List<Signature>> signatures, Supplier<List<Note>> notes) {}

    private Known known(Concern concern) {
        return new Known(
                () -> timeline.signedAs(concern.reference().value(), Role.REFERRER.name()),
                () -> notes.of(concern.reference()));
    }

    Redaction of(Officer officer, AccessFacts ground, Concern concern) {
        return of(officer, ground, concern, known(concern), hiddenLinks(officer, concern));
    }

    static Redaction of(Officer officer, AccessFacts ground, Concern concern, Known known, Set<String> hiddenLinks) {
        List<Integer> placements = hiddenPlacements(officer, ground, concern);
        boolean referrer = isConfidential(concern) && !Access.maySeeReferrer(officer, ground);
        boolean content = !Access.maySeeContent(officer);
        return new Redaction(
                placements,
                referrer,
                !Access.mayKnowOfLado(officer, ground),
                content,
                placements.isEmpty() && !referrer && !content
                        ? new Confidence()
                        : hidden(concern, known, referrer || content, placements),
                concern.raisedBy(),
                hiddenLinks,
                ofOtherHubs(officer, ground, concern));
    }

    /** The numbers of the children for whom another hub answers. */
    private static Set<Integer> ofOtherHubs(Officer officer, AccessFacts ground, Concern concern) {
        return concern.parts().stream()
                .filter(part -> !Access.maySeePlacement(officer, ground, part.hub()))
                .flatMap(part -> part.children().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The numbers of the looked-after children whose place the officer may not see. */
    private static List<Integer> hiddenPlacements(Officer officer, AccessFacts ground, Concern concern) {
        List<Child> children = concern.facts().children();
        return IntStream.rangeClosed(1, children.size())
                .filter(number -> children.get(number - 1).lookedAfter() == Answer.YES)
                .filter(number -> !Access.maySeePlacement(
                        officer, ground, concern.partOfChild(number).hub()))
                .boxed()
                .toList();
    }

    /** The words that identify the referrer, and those that lead to the hidden places, also as they were said before. */
    private static Confidence hidden(Concern concern, Known known, boolean referrer, List<Integer> placements) {
        Confidence names = referrer ? accounts(concern, known) : new Confidence();
        for (int child : placements) {
            names.placed(concern.facts().children().get(child - 1));
            known.notes().get().stream()
                    .map(Note::addition)
                    .filter(Amendment.class::isInstance)
                    .map(Amendment.class::cast)
                    .forEach(amendment -> names.placedAsBefore(amendment, child));
        }
        return names;
    }

    /** Only a concern that is or was a duplicate names another. */
    private Set<String> hiddenLinks(Officer officer, Concern concern) {
        if (concern.duplicateOf().isEmpty() && concern.reopenedAt().isEmpty()) {
            return Set.of();
        }
        Set<Reference> linked = timeline.sentences(concern.reference().value(), Kind.WITHDRAWN).stream()
                .flatMap(sentence -> REFERENCE.matcher(sentence).results())
                .map(found -> new Reference(found.group()))
                .collect(Collectors.toSet());
        concern.duplicateOf().ifPresent(linked::add);
        Map<Reference, AccessFacts> known = accessFactsQuery.of(linked);
        return linked.stream()
                .filter(other -> !mayKnowOf(officer, known.get(other)))
                .map(Reference::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean mayKnowOf(Officer officer, @Nullable AccessFacts other) {
        return other != null
                && (Access.may(officer, Act.SEE_STATUS, other) || Access.mayKnowThatItExists(officer, other));
    }

    /** What is withheld from every partner who gets a letter: who a confidential referrer is. */
    Redaction towardsPartners(Concern concern) {
        return towardsPartners(concern, known(concern));
    }

    static Redaction towardsPartners(Concern concern, Known known) {
        return isConfidential(concern)
                ? new Redaction(List.of(), true, false, false, accounts(concern, known), concern.raisedBy(), Set.of())
                : Redaction.NOTHING;
    }

    private static boolean isConfidential(Concern concern) {
        return Boolean.TRUE.equals(concern.facts().referrer().confidential());
    }

    /** Includes every agency account that signed an entry: account names can differ from the names in the facts. */
    private static Confidence accounts(Concern concern, Known known) {
        Confidence names = Confidence.of(concern.facts().referrer());
        for (Note note : known.notes().get()) {
            if (note.addition() instanceof Amendment amendment) {
                names = names.andAsBefore(amendment);
            }
        }
        for (Signature signature : known.signatures().get()) {
            String who = signature.user().equals(concern.raisedBy()) ? Confidence.THE_REFERRER : Confidence.A_COLLEAGUE;
            names.named(signature.name(), who).named(signature.user(), who);
        }
        return names;
    }
}
