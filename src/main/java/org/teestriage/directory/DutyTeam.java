package org.teestriage.directory;

/** The social workers who answer when every hub is closed, for what cannot wait until the next working day. */
public record DutyTeam(String name, Phone phone) {
    public DutyTeam {
        Preconditions.text(name, "the duty team's name");
        Preconditions.value(phone, "the duty team's phone");
    }
}
