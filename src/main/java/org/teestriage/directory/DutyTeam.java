package org.teestriage.directory;

public record DutyTeam(String name, Phone phone) {
    public DutyTeam {
        Preconditions.text(name, "the duty team's name");
        Preconditions.value(phone, "the duty team's phone");
    }
}
