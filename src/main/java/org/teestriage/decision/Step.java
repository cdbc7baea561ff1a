package org.teestriage.decision;

import java.util.Arrays;
import java.util.Optional;

/** User task of the response path. The id is the BPMN element id, the key in the deadline rules and the URL segment. */
public enum Step {
    WRITTEN_CONCERN("written-concern", "Written concern", Item.NONE),
    IMMEDIATE_RISK_CHECK("immediate-risk-check", "Immediate safety check", Item.PART),
    EMERGENCY_CALL("emergency-call", "Emergency call", Item.NONE),
    ACKNOWLEDGEMENT("acknowledgement", "Acknowledgement to the referrer", Item.NONE),
    HAND_OVER("hand-over", "Handover from the Emergency Duty Team", Item.NONE),
    AUTHORITY_DECISION("authority-decision", "Responsible local authority", Item.PART),
    HUB_ACCEPTANCE("hub-acceptance", "Acceptance by the other hub", Item.PART),
    INFORMATION_REVIEW("information-review", "Further information", Item.INFORMATION),
    THRESHOLD_DECISION("threshold-decision", "Threshold decision", Item.PART),
    SECOND_READING("second-reading", "Second decision", Item.PART),
    SOCIAL_CARE_REFERRAL("social-care-referral", "Referral to children's social care", Item.CHILD),
    STRATEGY_DISCUSSION("strategy-discussion", "Strategy discussion", Item.PART),
    END_OF_ENQUIRIES("end-of-enquiries", "Second decision on ending section 47", Item.PART),
    DISCUSSION_RECORD("discussion-record", "Share the record of the strategy discussion", Item.PART),
    DISCUSSION_ACTIONS("discussion-actions", "Overdue actions of the strategy discussion", Item.PART),
    POLICE_REPORT("police-report", "Report to the police", Item.NONE),
    CEOP_DECISION("ceop-decision", "CEOP decision", Item.NONE),
    PLATFORM_DECISION("platform-decision", "Platform decision", Item.ACCOUNT),
    LADO_REFERRAL("lado-referral", "Referral to the LADO", Item.SUSPECT),
    LADO_EVALUATION("lado-evaluation", "Outcome of the LADO's evaluation", Item.SUSPECT),
    REFERRER_FEEDBACK("referrer-feedback", "Feedback to the referrer", Item.PART),
    LETTER_CHASE("letter-chase", "Report not acknowledged", Item.LETTER),
    LADO_LETTER_CHASE("lado-letter-chase", "Referral to the LADO not acknowledged", Item.LETTER),
    PARTNER_CHECK_OVERDUE("partner-check-overdue", "Partner check overdue", Item.CHILD),
    BREAK_GLASS_REVIEW("break-glass-review", "Review of emergency access", Item.GLASS),
    CLOSE("close", "Close", Item.NONE);

    /** What a step is repeated for; the item of a step is the number of one of these. */
    public enum Item {
        NONE,
        PART,
        CHILD,
        SUSPECT,
        ACCOUNT,
        INFORMATION,
        LETTER,
        GLASS
    }

    private final String id;
    private final String title;
    private final Item item;

    Step(String id, String title, Item item) {
        this.id = id;
        this.title = title;
        this.item = item;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Item item() {
        return item;
    }

    public Class<? extends Decision> decision() {
        return switch (this) {
            case WRITTEN_CONCERN -> WrittenConcern.class;
            case IMMEDIATE_RISK_CHECK -> ImmediateRiskCheck.class;
            case EMERGENCY_CALL -> EmergencyCall.class;
            case ACKNOWLEDGEMENT -> Acknowledgement.class;
            case HAND_OVER -> HandOver.class;
            case AUTHORITY_DECISION -> AuthorityDecision.class;
            case HUB_ACCEPTANCE -> HubAcceptance.class;
            case INFORMATION_REVIEW -> InformationReview.class;
            case THRESHOLD_DECISION -> ThresholdDecision.class;
            case SECOND_READING -> SecondReading.class;
            case SOCIAL_CARE_REFERRAL -> SocialCareReferral.class;
            case STRATEGY_DISCUSSION -> StrategyDiscussion.class;
            case END_OF_ENQUIRIES -> EndOfEnquiries.class;
            case DISCUSSION_RECORD -> DiscussionRecord.class;
            case DISCUSSION_ACTIONS -> DiscussionActions.class;
            case POLICE_REPORT -> PoliceReport.class;
            case CEOP_DECISION -> CeopDecision.class;
            case PLATFORM_DECISION -> PlatformDecision.class;
            case LADO_REFERRAL -> LadoReferral.class;
            case LADO_EVALUATION -> LadoEvaluation.class;
            case REFERRER_FEEDBACK -> ReferrerFeedback.class;
            case LETTER_CHASE -> LetterChase.class;
            case LADO_LETTER_CHASE -> LadoLetterChase.class;
            case PARTNER_CHECK_OVERDUE -> PartnerCheckOverdue.class;
            case BREAK_GLASS_REVIEW -> BreakGlassReview.class;
            case CLOSE -> Close.class;
        };
    }

    /** Whether the step is part of the concern's own path; a break-glass review is not. */
    public boolean isOnThePath() {
        return this != BREAK_GLASS_REVIEW;
    }

    /** Whether the step belongs to what a hub decides for its part. Another hub answers a proposed move. */
    public boolean isPartWork() {
        return item == Item.PART && this != HUB_ACCEPTANCE;
    }

    /** Whether the existence of the step reveals that a suspect works with children. */
    public boolean isLadoStep() {
        return this == LADO_REFERRAL || this == LADO_EVALUATION || this == LADO_LETTER_CHASE;
    }

    /** Whether only a manager may decide it. The person whose act is under review never may. */
    public boolean isForAManager() {
        return this == SECOND_READING || this == END_OF_ENQUIRIES || this == BREAK_GLASS_REVIEW;
    }

    /**
     * Order of work, which precedes priority and deadline. Steps for a child in danger come first.
     *
     * @param danger whether danger was raised in the concern
     */
    public Precedence precedence(boolean danger) {
        return switch (this) {
            case EMERGENCY_CALL -> Precedence.EMERGENCY_CALL;
            case INFORMATION_REVIEW -> danger ? Precedence.REVIEW_AFTER_DANGER : Precedence.OTHER;
            case IMMEDIATE_RISK_CHECK -> Precedence.IMMEDIATE_RISK_CHECK;
            default -> Precedence.OTHER;
        };
    }

    /** Decisions that set the priority of the whole concern. */
    private boolean rates() {
        return this == IMMEDIATE_RISK_CHECK || this == INFORMATION_REVIEW;
    }

    /** Decisions that change what is decided for the children of a part. */
    private boolean judgesAPart() {
        return switch (this) {
            case AUTHORITY_DECISION,
                    HUB_ACCEPTANCE,
                    THRESHOLD_DECISION,
                    SECOND_READING,
                    STRATEGY_DISCUSSION,
                    END_OF_ENQUIRIES -> true;
            default -> false;
        };
    }

    /**
     * Whether a decision of this step may overwrite or follow one of another person. An immediate safety check comes first
     * and lowers nothing; steps that open once and record an act outside the service overwrite nothing.
     */
    public boolean restsOnOthers() {
        return switch (this) {
            case INFORMATION_REVIEW, CEOP_DECISION, PLATFORM_DECISION, LETTER_CHASE, LADO_LETTER_CHASE, CLOSE -> true;
            default -> judgesAPart();
        };
    }

    /**
     * Whether a decision of this step may overwrite or follow a decision of the other, so that its decider has to have
     * seen that one. The LADO branch counts for itself only, because not everybody may know of it.
     *
     * @param sameItem whether both are about the same part, letter and so on
     */
    public boolean restsOn(Step other, boolean sameItem) {
        if (this == other && sameItem) {
            return true;
        }
        return switch (this) {
            case CLOSE -> !other.isLadoStep();
            case IMMEDIATE_RISK_CHECK, INFORMATION_REVIEW -> other.rates();
            case THRESHOLD_DECISION, SECOND_READING, STRATEGY_DISCUSSION, END_OF_ENQUIRIES ->
                other.rates() || (sameItem && other.judgesAPart());
            case AUTHORITY_DECISION, HUB_ACCEPTANCE -> sameItem && other.judgesAPart();
            default -> false;
        };
    }

    public static Optional<Step> of(String id) {
        return Arrays.stream(values()).filter(step -> step.id.equals(id)).findFirst();
    }
}
