package org.teestriage.decision.signal;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.Images;
import org.teestriage.concern.facts.Urgency;

/**
 * Inputs of the DMN tables for priority and due reports, without personal data. Component names are the input names of
 * the tables. A question that was not answered, and a list that is empty, is {@link Answer#NOT_KNOWN}, which the tables
 * treat as a reason to protect.
 *
 * @param sexual not known if no kind of harm is given, or not only kinds that are sure
 * @param adultSuspect not known if no person is alleged to have harmed, or the age of one is not known
 * @param selfHarmCoerced a child is made or pressed to self-harm
 * @param imagesOfUnder13 by the answer of the referrer, or the age of a child
 * @param imagesWithAdult by the answer of the referrer, or else the ages of the suspects
 * @param suspectWorksWithChildren stated, or implied by a workplace
 * @param placementBreached see {@link Child#placementBreached}
 * @param strangerAlleged no only if all alleged to have harmed are under 18, and the children know them offline
 * @param riskyAdult an adult with a history of harm lives or stays with a child, or may
 * @param groupOrManyChildren a group abuses, or many children are abused, or may be, where this was asked
 * @param adultsGroomed adults are groomed to abuse, or may be, where this was asked
 * @param trafficked a child was trafficked, or may have been, where this was asked
 * @param unborn a child is not born yet
 */
public record Signals(
        Answer dangerNow,
        Answer selfHarm,
        Answer meetingArranged,
        Answer abuseLive,
        Answer withSuspect,
        Answer sexual,
        boolean bullyingOnly,
        boolean coercion,
        boolean selfHarmCoerced,
        Answer imagesExist,
        Answer imagesOfUnder13,
        Answer imagesWithAdult,
        Answer adultSuspect,
        boolean suspectWorksWithChildren,
        boolean accountKnown,
        boolean crimeSuspected,
        Answer contactContinuing,
        Answer lookedAfter,
        Answer missing,
        Answer placementBreached,
        Answer strangerAlleged,
        boolean riskyAdult,
        boolean groupOrManyChildren,
        boolean adultsGroomed,
        boolean trafficked,
        boolean unborn) {

    /** {@code day} decides the ages: the day on which the concern was received. */
    public static Signals of(Facts facts, LocalDate day) {
        Answer sexual = facts.sexual();
        boolean coercion = facts.kinds().stream().anyMatch(HarmKind::blackmail);
        boolean selfHarmCoerced = facts.kinds().contains(HarmKind.COERCED_SELF_HARM);
        Answer adultSuspect = facts.adultAlleged(day);
        Answer imagesExist = imagesExist(facts);
        Urgency urgency = facts.overallUrgency();
        boolean trafficked = facts.children().stream().anyMatch(Child::mayBeTrafficked);
        return new Signals(
                urgency.dangerNow(),
                urgency.talkOfSelfHarm(),
                urgency.meetingArranged(),
                urgency.abuseLive(),
                urgency.childWithSuspect(),
                sexual,
                !facts.kinds().isEmpty() && facts.kinds().stream().allMatch(HarmKind::bullying),
                coercion,
                selfHarmCoerced,
                imagesExist,
                imagesExist.and(under13(facts, day)),
                imagesExist.and(adultInImages(facts, adultSuspect)),
                adultSuspect,
                !facts.suspectsAtWork().isEmpty(),
                !facts.accounts().isEmpty(),
                facts.kinds().stream().anyMatch(HarmKind::crime)
                        || facts.groupOrManyChildren()
                        || facts.adultsGroomed()
                        || trafficked,
                Answer.known(facts.contactContinuing()),
                Answer.any(facts.children(), child -> Answer.known(child.lookedAfter())),
                Answer.any(facts.children(), child -> Answer.known(child.missing())),
                Answer.any(facts.children(), Child::placementBreached),
                facts.strangerAlleged(),
                IntStream.rangeClosed(1, facts.children().size()).anyMatch(facts::riskyAdultAround),
                facts.groupOrManyChildren(),
                facts.adultsGroomed(),
                trafficked,
                facts.children().stream().anyMatch(Child::unborn));
    }

    private static Answer imagesExist(Facts facts) {
        Images images = facts.images();
        return images == null ? Answer.NOT_KNOWN : images.known();
    }

    /** An age overrules the answer that no child is under 13. */
    private static Answer under13(Facts facts, LocalDate day) {
        Answer byAge = Answer.any(facts.children(), child -> under13(child, day));
        Images images = facts.images();
        Answer answered = images == null ? Answer.NOT_KNOWN : Answer.known(images.childUnder13());
        if (byAge == Answer.YES || answered == Answer.YES) {
            return Answer.YES;
        }
        return byAge == Answer.NO ? Answer.NO : answered;
    }

    private static Answer under13(Child child, LocalDate day) {
        return child.ageOn(day)
                .map(age -> Answer.of(age < PoliceTrigger.OLD_ENOUGH))
                .orElse(Answer.NOT_KNOWN);
    }

    private static Answer adultInImages(Facts facts, Answer adultSuspect) {
        Images images = facts.images();
        if (images != null && images.adultInvolved() != null) {
            return images.adultInvolved();
        }
        return adultSuspect == Answer.NO ? Answer.NO : Answer.NOT_KNOWN;
    }
}
