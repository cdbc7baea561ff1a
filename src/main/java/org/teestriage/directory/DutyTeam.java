package org.teestriage.directory;

/** The social workers who answer when every hub is closed, for what cannot wait until the next working day. */
public record DutyTeam(String name, Phone phone) {
    public DutyTeam {
        Required.text(name, "the duty team's name");
        Required.value(phone, "the duty team's phone");
    }
}
