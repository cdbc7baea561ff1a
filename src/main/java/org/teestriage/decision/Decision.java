package org.teestriage.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.LondonTime;

public sealed interface Decision
        permits WrittenConcern,
                ImmediateRiskCheck,
                EmergencyCall,
                HandOver,
                AuthorityDecision,
                HubAcceptance,
                InformationReview,
                BreakGlassReview,
                ThresholdDecision,
                SecondReading,
                SocialCareReferral,
                StrategyDiscussion,
                EndOfEnquiries,
                DiscussionRecord,
                DiscussionActions,
                PoliceReport,
                CeopDecision,
                PlatformDecision,
                LadoReferral,
                LadoEvaluation,
                Acknowledgement,
                ReferrerFeedback,
                LetterChase,
                LadoLetterChase,
                PartnerCheckOverdue,
                Close {

    /**
     * How a decision settles what was due.
     *
     * @param whyNotNeeded in the words of the person who decided; null if the report or referral was made
     * @param reason why it is not needed, as a code; null if it was made
     * @param dueAgainOn the day on which it is due again; null if it is settled for good
     */
    record Settlement(
            @Nullable String whyNotNeeded,
            @Nullable Enum<?> reason,
            @Nullable LocalDate dueAgainOn) {

        static final Settlement DONE = new Settlement(null, null);

        Settlement(@Nullable String whyNotNeeded, @Nullable Enum<?> reason) {
            this(whyNotNeeded, reason, null);
        }

        static Settlement until(@Nullable LocalDate dueAgainOn) {
            return new Settlement(null, null, dueAgainOn);
        }
    }

    Step step();

    /** Applies the rule of this step. Pure: the result depends only on this decision and the situation. */
    Verdict ruleOn(Situation situation);

    /** How this decision settles the report or referral of its step; empty if it leaves it open, or the step has none. */
    default Optional<Settlement> settlement() {
        return Optional.empty();
    }

    /** Why a second person decides too that what was due is not needed; empty if the decision stands alone. */
    default Optional<String> needsSecondPerson(Instant now) {
        return settlement()
                .flatMap(settlement -> Optional.ofNullable(settlement.reason()))
                .flatMap(reason -> SecondDecisions.on(LocalDate.ofInstant(now, LondonTime.ZONE))
                        .whyNotAlone(step(), reason));
    }

    /**
     * Why a second person has to decide the same before danger counts as over; empty if the decision stands alone.
     *
     * @param dangerTold whether danger was told in the concern
     */
    default Optional<String> standsDown(boolean dangerTold) {
        return Optional.empty();
    }

    /** Numbers, from 1, of the children who are referred to social care after this decision. */
    default List<Integer> referredChildren(Situation situation) {
        return situation
                .threshold()
                .map(standing -> standing.decision().referred())
                .orElse(List.of());
    }
}
