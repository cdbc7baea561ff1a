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
import org.teestriage.concern.Reference;
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

    Redactions(Timeline timeline, AccessFactsQuery accessFactsQuery) {
        this.timeline = timeline;
        this.accessFactsQuery = accessFactsQuery;
    }

    Redaction of(Officer officer, AccessFacts ground, Concern concern) {
        return of(officer, ground, concern, () -> signedByAgency(concern), hiddenLinks(officer, concern));
    }

    /** Reads the signatures of the agency only if the referrer is hidden. */
    static Redaction of(
            Officer officer,
            AccessFacts ground,
            Concern concern,
            Supplier<List<Signature>> signedByAgency,
            Set<String> hiddenLinks) {
        List<Child> children = concern.facts().children();
        boolean referrer = isConfidential(concern) && !Access.maySeeReferrer(officer, ground);
        boolean content = !Access.maySeeContent(officer);
        return new Redaction(
                IntStream.rangeClosed(1, children.size())
                        .filter(number -> children.get(number - 1).lookedAfter() == Answer.YES)
                        .filter(number -> !Access.maySeePlacement(
                                officer, ground, concern.partOfChild(number).hub()))
                        .boxed()
                        .toList(),
                referrer,
                !Access.mayKnowOfLado(officer, ground),
                content,
                referrer || content ? accounts(concern, signedByAgency.get()) : new Confidence(),
                concern.raisedBy(),
                hiddenLinks);
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
        return towardsPartners(concern, () -> signedByAgency(concern));
    }

    static Redaction towardsPartners(Concern concern, Supplier<List<Signature>> signedByAgency) {
        return isConfidential(concern)
                ? new Redaction(
                        List.of(),
                        true,
                        false,
                        false,
                        accounts(concern, signedByAgency.get()),
                        concern.raisedBy(),
                        Set.of())
                : Redaction.NOTHING;
    }

    private static boolean isConfidential(Concern concern) {
        return Boolean.TRUE.equals(concern.facts().referrer().confidential());
    }

    private List<Signature> signedByAgency(Concern concern) {
        return timeline.signedAs(concern.reference().value(), Role.REFERRER.name());
    }

    /** Includes every agency account that signed an entry: account names can differ from the names in the facts. */
    private static Confidence accounts(Concern concern, List<Signature> signedByAgency) {
        Confidence names = Confidence.of(concern.facts().referrer());
        for (Signature signature : signedByAgency) {
            String who = signature.user().equals(concern.raisedBy()) ? Confidence.THE_REFERRER : Confidence.A_COLLEAGUE;
            names.named(signature.name(), who).named(signature.user(), who);
        }
        return names;
    }
}
