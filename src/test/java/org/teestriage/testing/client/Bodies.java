package org.teestriage.testing.client;

import java.util.List;
import java.util.Map;

/** Request bodies of the API about fictitious people and places. */
public final class Bodies {

    private Bodies() {}

    /**
     * Grooming in a game by a suspect who claims to be fourteen; one child in Hartlepool, one account, no suspect who
     * works with children.
     */
    public static final String GROOMING = """
            {
              "urgency": {"dangerNow": "NO", "selfHarmOrSuicide": "NO", "meetingArranged": "NO",
                          "abuseLive": "NO", "childWithSuspect": "NO"},
              "policeContact": {"rung": "NOT_RUNG"},
              "referrer": {"name": "Pat Example", "role": "Safeguarding lead", "phone": "01632 960001"},
              "children": [{"name": "Robin Sample", "estimatedAge": 13,
                            "address": {"lines": "1 Made Up Street", "postcode": "TS24 7ZZ"},
                            "lookedAfter": "NO", "missing": "NO"}],
              "suspects": [{"claimedName": "Alex", "claimedAge": "14", "ageGroup": "NOT_KNOWN",
                            "worksWithChildren": "NO",
                            "identities": [{"platform": "BlockQuest", "handle": "alex_plays_99"}]}],
              "kinds": ["GROOMING"],
              "channels": ["GAME_VOICE_CHAT"],
              "contactContinuing": "NO",
              "account": [{"kind": "CHILDS_WORDS", "text": "He asked me to keep it secret.", "saidBy": "Robin"}],
              "images": {"exist": "NO"}
            }
            """;

    public static final String NO_IMMEDIATE_DANGER = """
            {"finding": "NO_IMMEDIATE_DANGER", "rationale": "At home with both parents; contact ended.",
             "clinician": {"name": "Alex Nurse", "role": "Crisis practitioner", "organisation": "Hospital trust",
              "at": "2025-01-06T08:00:00Z"}}
            """;

    public static final String DOUBT = """
            {"finding": "DOUBT", "rationale": "Nobody has seen the child since this morning."}
            """;

    public static final String RANG_999 = """
            {"caller": "HUB", "rungBy": "Sam Officer", "rungAt": "2026-09-22T08:59:00Z",
             "incidentNumber": "CLV-0001", "agreed": "A car is on its way."}
            """;

    public static final String CHECKS_GIVEN_UP = """
            {"finding": "GIVEN_UP", "rationale": "The strategy discussion asks them instead."}
            """;

    public static final String SECTION_17 = """
            {"children": [{"child": 1, "outcomes": ["SECTION_17"], "rationale": "Needs a social worker's assessment."}],
             "complexAbuse": true}
            """;

    public static final String SECTION_47 = """
            {"children": [{"child": 1, "outcomes": ["SECTION_47", "VEMT"], "rationale": "Likely significant harm."}],
             "complexAbuse": true}
            """;

    public static final String NO_FURTHER_ACTION = """
            {"children": [{"child": 1, "outcomes": ["NO_FURTHER_ACTION"], "rationale": "A quarrel among friends, ended."}],
             "complexAbuse": true}
            """;

    public static final String AGREES = """
            {"agrees": true, "rationale": "Read the account; the same view."}
            """;

    public static final String RETURNS = """
            {"agrees": false, "rationale": "The second handle was not looked at."}
            """;

    public static final String SENT = """
            {"sent": {"how": "PARTNER_FORM", "at": "2026-09-22T08:58:00Z", "to": "Duty desk", "theirReference": "SC-100"}}
            """;

    public static final String REPORT_MADE = """
            {"report": {"kind": "MADE",
                        "sent": {"how": "PARTNER_FORM", "at": "2026-09-22T08:58:00Z", "to": "Report desk",
                                 "theirReference": "R-200"}}}
            """;

    public static final String REPORT_NOT_NEEDED = """
            {"report": {"kind": "NOT_NEEDED", "notNeededBecause": "POLICE_ALREADY_INVOLVED",
                        "rationale": "The police have the account and asked us to leave it."}}
            """;

    public static final String REPORT_HELD = """
            {"report": {"kind": "HELD", "heldUntil": "2026-09-24T09:00:00Z", "heldFor": "DC Made Up, online team",
                        "rationale": "Blocking now would warn the suspect."}}
            """;

    public static final String STRATEGY_DISCUSSION = """
            {"heldOn": "2026-09-22", "how": "VIDEO",
             "chair": {"name": "Chris Chair", "role": "SOCIAL_WORK_MANAGER"},
             "present": [
               {"name": "Dana Detective", "agency": "POLICE", "role": "Detective sergeant",
                "shared": "No record of the account."},
               {"name": "Nur Nurse", "agency": "HEALTH", "role": "Safeguarding nurse"}],
             "known": "An unknown adult asks the child for images.",
             "children": [{"child": 1, "section47": true, "enquiries": "JOINT",
               "rationale": "Joint enquiries by social care and police."}]}
            """;

    public static final String DISCUSSION_SHARED = """
            {"people": [
              {"person": 1, "shared": true, "sharedOn": "2026-09-22", "how": "SECURE_MAIL"},
              {"person": 2, "shared": true, "sharedOn": "2026-09-22", "how": "SECURE_MAIL", "receivedOn": "2026-09-22"}]}
            """;

    public static final String SECTION_47_ENDS = """
            {"agrees": true, "rationale": "The police found no contact; read their record."}
            """;

    public static final String FEEDBACK = """
            {"wording": "Your concern was passed to children's social care, who decide what happens next.", "how": "TELEPHONE",
             "at": "2026-09-22T08:59:30Z", "toldTo": "Pat Example"}
            """;

    public static final String ACKNOWLEDGED = """
            {"wording": "Your concern was received and is being looked at. You will be told the outcome.",
             "addition": "We ring you this afternoon.", "how": "TELEPHONE",
             "at": "2026-09-22T08:59:00Z", "toldTo": "Pat Example"}
            """;

    public static final String LADO_UNSUBSTANTIATED = """
            {"finding": "UNSUBSTANTIATED", "decidedOn": "2026-09-21", "decidedBy": "Lee Sample", "met": ["RISK_OF_HARM"],
             "policeSaid": "No investigation.", "rationale": "The messages could not be found."}
            """;

    public static final String LADO_CONTINUES = """
            {"finding": "CONTINUES", "decidedOn": "2026-09-22", "decidedBy": "Lee Sample", "policeSaid": "They investigate.",
             "followedUpBy": "Sam Officer", "followUpOn": "2026-09-29", "rationale": "A meeting is arranged for Monday."}
            """;

    public static final String CLOSE = """
            {"because": "HANDED_OVER", "summary": "With children's social care and the police."}
            """;

    /** The same facts about a child at another postcode. */
    public static String groomingIn(String postcode) {
        return Api.with(GROOMING, "/children/0/address/postcode", postcode).toString();
    }

    /** Bullying among pupils without an account: the only path without external reports. */
    public static String bullyingIn(String postcode) {
        return Api.with(groomingIn(postcode), "/kinds", List.of("CYBERBULLYING"), "/suspects/0/identities", List.of())
                .toString();
    }

    /** The same facts without the estimated age, so that a date of birth can be added. */
    public static String withoutAge(String facts) {
        return facts.replaceAll("\"estimatedAge\"\\s*:\\s*[0-9]+\\s*,", "");
    }

    /** The referrer reports that the child is with the suspect. */
    public static final String DANGER_NOW =
            Api.with(GROOMING, "/urgency/childWithSuspect", "YES").toString();

    public static final Map<String, Object> SECOND_CHILD =
            Map.of("name", "Jamie Sample", "estimatedAge", 11, "address", Map.of("postcode", "TS25 1AA"));

    public static final Map<String, Object> CHILD_IN_REDCAR =
            Map.of("name", "Chris Example", "estimatedAge", 12, "address", Map.of("postcode", "TS10 1AA"));

    public static final Map<String, Object> SECOND_ACCOUNT = Map.of("platform", "ChatBox", "handle", "alex.real");

    /** A suspect who coaches children in Middlesbrough. */
    public static final String COACH = Api.with(
                    GROOMING,
                    "/suspects/0/worksWithChildren",
                    "YES",
                    "/suspects/0/workplace",
                    Map.of("name", "Made Up Swimming Club", "role", "Coach", "address", Map.of("postcode", "TS5 1AA")))
            .toString();

    public static final String DANGER_TOLD = """
            {"what": "The child has left home to meet him."}
            """;

    public static final String MORE_KNOWN = """
            {"account": [{"kind": "FACT", "text": "There is a second account.", "saidBy": "Robin"}]}
            """;

    public static final String CHANGES_NOTHING = """
            {"effect": "NOTHING", "rationale": "Known already."}
            """;

    public static final String CHANGES_PRIORITY = """
            {"effect": "PRIORITY", "priority": "RED", "rationale": "Younger than we thought."}
            """;

    public static final String SHOWS_DANGER = """
            {"effect": "DANGER", "rationale": "The child is on the way to the suspect."}
            """;

    /** A step down to early help only, agreed. */
    public static final String EARLY_HELP = """
            {"children": [{"child": 1, "outcomes": ["EARLY_HELP"], "rationale": "The family asks for support."}],
             "complexAbuse": true}
            """;

    public static final String NOT_COMPLEX = """
            {"children": [{"child": 1, "outcomes": ["SECTION_17"], "rationale": "Needs a social worker's assessment."}],
             "complexAbuse": false, "whyNotComplex": "One child, one account, somebody of the same class."}
            """;

    public static final String BOTH_CHILDREN = """
            {"children": [{"child": 1, "outcomes": ["SECTION_17"], "rationale": "Needs an assessment."},
                          {"child": 2, "outcomes": ["SECTION_17"], "rationale": "Needs an assessment too."}],
             "complexAbuse": true}
            """;

    public static final String CHILD_2_ONLY = """
            {"children": [{"child": 2, "outcomes": ["SECTION_17"], "rationale": "Needs an assessment."}],
             "complexAbuse": true}
            """;

    public static final String HANDED_OVER = """
            {"dutyTeamActed": "YES", "dutyTeamReference": "EDT-7", "overnight": "The duty team visited at ten."}
            """;

    public static final String ACCEPTED = """
            {"accepted": true, "rationale": "The child lives here."}
            """;

    public static final String RETURNED = """
            {"accepted": false, "rationale": "The child has moved back."}
            """;

    public static final String CALLED_DUTY_TEAM = """
            {"to": "EMERGENCY_DUTY_TEAM", "rungBy": "Pat Example", "rungAt": "2026-09-22T08:50:00Z",
             "agreed": "They visit tonight."}
            """;

    public static String authority(String code) {
        return """
                {"authority": "%s", "rationale": "The school knows the address."}
                """.formatted(code);
    }

    public static String moveTo(String hub) {
        return """
                {"part": 1, "toHub": "%s", "rationale": "The family moves there this week."}
                """.formatted(hub);
    }

    public static String duplicateOf(String reference) {
        return """
                {"duplicateOf": "%s", "rationale": "Two teachers told of the same message."}
                """.formatted(reference);
    }

    /** The same facts, first reported by telephone at this time. */
    public static String telephoned(String facts, String at) {
        return Api.with(facts, "/call", Map.of("takenBy", "Sam Officer", "at", at))
                .toString();
    }

    public static String inWriting(Object facts) {
        return "{\"facts\": " + facts + "}";
    }
}
