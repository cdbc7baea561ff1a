package org.teestriage.decision.route;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Images;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.RiskHistory;
import org.teestriage.concern.facts.Suspect;

/** A condition of a rule in {@code config/routes.yaml}. One that is not known to be untrue holds. */
public enum RouteSign {
    SEXUAL,
    IMAGES,
    /** Images were seen again after their removal; each time anew. */
    SEEN_AGAIN,
    /** The address of an account or page is known. */
    ADDRESS_KNOWN,
    /** Of a suspect: is an adult. */
    ADULT,
    /** Of a child: is under 18. */
    UNDER_18,
    /** Of a child: goes missing. */
    MISSING,
    /** Of a child: was or may have been trafficked, where this was asked. */
    TRAFFICKED,
    /** Of a child: talks of self-harm or suicide. */
    SELF_HARM,
    /** A child is with a suspect. */
    WITH_SUSPECT,
    /**
     * Of a suspect or another person, or of one of them: may have convictions, a registration, conditions or MAPPA, where
     * this was asked.
     */
    HISTORY;

    private static final int ADULT_FROM = 18;

    /**
     * Whether it holds for what a rule is about.
     *
     * @param number of the child, suspect, person or account, from 1
     * @param day decides the ages
     */
    boolean holds(Facts facts, RouteAbout about, int number, LocalDate day) {
        return answer(facts, about, number, day) != Answer.NO;
    }

    private Answer answer(Facts facts, RouteAbout about, int number, LocalDate day) {
        boolean child = about == RouteAbout.CHILD;
        return switch (this) {
            case SEXUAL -> facts.sexual();
            case IMAGES -> images(facts.images());
            case SEEN_AGAIN -> Answer.of(!timesSeenAgain(facts).isEmpty());
            case ADDRESS_KNOWN ->
                Answer.of(facts.suspects().stream()
                        .flatMap(suspect -> suspect.identities().stream())
                        .anyMatch(identity -> identity.profileUrl() != null
                                && !identity.profileUrl().isBlank()));
            case ADULT ->
                about == RouteAbout.SUSPECT
                        ? facts.suspects().get(number - 1).adult()
                        : Answer.any(facts.suspects(), Suspect::adult);
            case UNDER_18 ->
                child
                        ? facts.children()
                                .get(number - 1)
                                .ageOn(day)
                                .map(age -> Answer.of(age < ADULT_FROM))
                                .orElse(Answer.NOT_KNOWN)
                        : Answer.NOT_KNOWN;
            case MISSING ->
                child
                        ? Answer.known(facts.children().get(number - 1).missing())
                        : Answer.any(facts.children(), each -> Answer.known(each.missing()));
            case TRAFFICKED ->
                Answer.of(
                        child
                                ? facts.children().get(number - 1).mayBeTrafficked()
                                : facts.children().stream().anyMatch(Child::mayBeTrafficked));
            case SELF_HARM ->
                child
                        ? facts.urgencyOf(number).selfHarmOrSuicide()
                        : facts.overallUrgency().selfHarmOrSuicide();
            case WITH_SUSPECT ->
                child
                        ? facts.urgencyOf(number).childWithSuspect()
                        : facts.overallUrgency().childWithSuspect();
            case HISTORY -> history(facts, about, number);
        };
    }

    /** The numbers, from 1, of the times images were seen again. */
    static List<Integer> timesSeenAgain(Facts facts) {
        Images images = facts.images();
        return images == null ? List.of() : images.standing();
    }

    private static Answer history(Facts facts, RouteAbout about, int number) {
        return switch (about) {
            case SUSPECT -> risk(facts.suspects().get(number - 1).history());
            case PERSON -> risk(facts.people().get(number - 1).history());
            case CONCERN, CHILD, ACCOUNT ->
                Answer.of(Stream.concat(
                                facts.suspects().stream().map(Suspect::history),
                                facts.people().stream().map(Person::history))
                        .anyMatch(history -> risk(history) != Answer.NO));
        };
    }

    private static Answer risk(@Nullable RiskHistory history) {
        return history == null ? Answer.NO : history.risk();
    }

    private static Answer images(@Nullable Images images) {
        return images == null ? Answer.NOT_KNOWN : images.known();
    }
}
