package org.teestriage.decision.check;

/** A partner of the hub who is asked what is known of a child and the people around it. */
public enum CheckPartner {
    COUNCIL_RECORD("The council's own record"),
    CHILD_PROTECTION_PLAN("Child protection plan"),
    POLICE("Police"),
    HEALTH("Health"),
    EDUCATION("Education"),
    PROBATION("Probation"),
    EARLY_HELP("Early Help / Family Help"),
    HOUSING("Housing");

    private final String title;

    CheckPartner(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
