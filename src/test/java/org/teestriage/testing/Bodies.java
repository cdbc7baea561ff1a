package org.teestriage.testing;

/** Bodies that the front door takes, about made-up people in made-up places. */
public final class Bodies {

    private Bodies() {}

    /** Grooming on a game by somebody who says to be fourteen; one child in Hartlepool, one account, nobody works with children. */
    public static final String GROOMING = """
            {
              "urgency": {"dangerNow": "NO", "selfHarmOrSuicide": "NO", "meetingArranged": "NO",
                          "abuseLive": "NO", "childWithSuspect": "NO"},
              "policeContact": {"rung": "NOT_RUNG"},
              "referrer": {"name": "Pat Example", "role": "Safeguarding lead", "phone": "01632 960001"},
              "children": [{"name": "Robin Sample", "estimatedAge": 13,
                            "address": {"lines": "1 Made Up Street", "postcode": "TS24 7ZZ"}}],
              "suspects": [{"claimedName": "Alex", "claimedAge": "14", "ageGroup": "NOT_KNOWN",
                            "worksWithChildren": "NO",
                            "identities": [{"platform": "BlockQuest", "handle": "alex_plays_99"}]}],
              "kinds": ["GROOMING"],
              "channels": ["GAME_VOICE_CHAT"],
              "account": [{"kind": "CHILDS_WORDS", "text": "He asked me to keep it secret.", "saidBy": "Robin"}]
            }
            """;

    public static final String NO_IMMEDIATE_DANGER = """
            {"finding": "NO_IMMEDIATE_DANGER", "rationale": "At home with both parents; contact ended."}
            """;

    public static final String DOUBT = """
            {"finding": "DOUBT", "rationale": "Nobody has seen the child since this morning."}
            """;

    public static final String RANG_999 = """
            {"caller": "HUB", "rungBy": "Sam Officer", "rungAt": "2026-09-22T08:59:00Z",
             "incidentNumber": "CLV-0001", "agreed": "A car is on its way."}
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
            {"heldOn": "2026-09-22", "attended": ["SOCIAL_CARE", "POLICE", "HEALTH"], "section47": true,
             "rationale": "Joint enquiries by social care and police."}
            """;

    public static final String FEEDBACK = """
            {"wording": "Children's social care will contact the family.", "how": "TELEPHONE",
             "at": "2026-09-22T08:59:30Z", "toldTo": "Pat Example"}
            """;

    public static final String CLOSE = """
            {"because": "HANDED_OVER", "summary": "With children's social care and the police."}
            """;
}
