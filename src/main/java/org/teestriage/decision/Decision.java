package org.teestriage.decision;

import java.util.List;

/** What a person decided at one step of the path. Each record holds what its step must know and the rule it is judged by. */
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
                PoliceReport,
                CeopDecision,
                PlatformDecision,
                LadoReferral,
                Acknowledgement,
                ReferrerFeedback,
                LetterChase,
                LadoLetterChase,
                Close {

    Step step();

    /** Rules on this decision in this situation. Pure: the same situation always gives the same verdict. */
    Verdict ruleOn(Situation situation);

    /** The children who are referred to social care after this decision, by number. */
    default List<Integer> referredChildren(Situation situation) {
        return situation
                .threshold()
                .map(standing -> standing.decision().referred())
                .orElse(List.of());
    }
}
