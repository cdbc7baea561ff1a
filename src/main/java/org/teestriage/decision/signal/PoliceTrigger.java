package org.teestriage.decision.signal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.BetweenChildren;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.Images;

/**
 * What makes harm between children a matter for the police. Each applies unless it is known not to; the pattern of the abuse,
 * which is mostly not asked, only if it was asked.
 */
public enum PoliceTrigger {
    ADULT_OR_AGE_NOT_KNOWN {
        @Override
        boolean applies(Facts facts, LocalDate day) {
            Images images = facts.images();
            boolean adultInImages =
                    images != null && images.adultInvolved() != null && images.adultInvolved() != Answer.NO;
            return adultInImages || facts.adultAlleged(day) != Answer.NO;
        }
    },
    COERCED_OR_UNABLE_TO_CONSENT {
        @Override
        boolean applies(Facts facts, LocalDate day) {
            BetweenChildren found = facts.betweenChildren();
            return found == null || found.coerced() != Answer.NO;
        }
    },
    UNUSUAL_OR_VIOLENT_ACTS {
        @Override
        boolean applies(Facts facts, LocalDate day) {
            BetweenChildren found = facts.betweenChildren();
            return facts.overallUrgency().abuseLive() != Answer.NO
                    || found == null
                    || found.unusualOrViolent() != Answer.NO;
        }
    },
    UNDER_13 {
        @Override
        boolean applies(Facts facts, LocalDate day) {
            Images images = facts.images();
            return (images != null && images.childUnder13() == Answer.YES)
                    || facts.children().stream().anyMatch(child -> child.ageOn(day)
                            .filter(age -> age >= OLD_ENOUGH)
                            .isEmpty());
        }
    },
    IMMEDIATE_RISK {
        @Override
        boolean applies(Facts facts, LocalDate day) {
            return facts.overallUrgency().dangerNow() != Answer.NO
                    || facts.overallUrgency().talkOfSelfHarm() != Answer.NO;
        }
    },
    GROUP_MANY_CHILDREN_OR_TRAFFICKING {
        @Override
        boolean applies(Facts facts, LocalDate day) {
            return facts.groupOrManyChildren()
                    || facts.adultsGroomed()
                    || facts.children().stream().anyMatch(Child::mayBeTrafficked);
        }
    },
    OTHER_HARM {
        @Override
        boolean applies(Facts facts, LocalDate day) {
            return facts.kinds().isEmpty() || !IMAGES_OR_BULLYING.containsAll(facts.kinds());
        }
    };

    static final int OLD_ENOUGH = 13;

    private static final Set<HarmKind> IMAGES_OR_BULLYING = EnumSet.of(
            HarmKind.SEXTING,
            HarmKind.IMAGE_SHARING,
            HarmKind.AI_MADE_IMAGERY,
            HarmKind.CYBERBULLYING,
            HarmKind.EMOTIONAL_ABUSE);

    /** {@code day} decides the ages. */
    abstract boolean applies(Facts facts, LocalDate day);

    public static Stream<PoliceTrigger> of(Facts facts, LocalDate day) {
        return Stream.of(values()).filter(trigger -> trigger.applies(facts, day));
    }
}
