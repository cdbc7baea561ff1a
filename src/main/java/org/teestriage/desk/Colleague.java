package org.teestriage.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.teestriage.access.Officer;

/** An officer or manager who has been here, so that a manager can give them a step. */
@Entity
class Colleague {

    @Id
    @Column(name = "user_name")
    private String user;

    private String name;
    private String hubs;

    protected Colleague() {}

    Colleague(Officer officer) {
        this.user = officer.user();
        this.name = officer.name();
        this.hubs = joined(officer);
    }

    String user() {
        return user;
    }

    String name() {
        return name;
    }

    boolean worksAt(String hub) {
        return Arrays.asList(hubs.split(",", -1)).contains(hub);
    }

    boolean describes(Officer officer) {
        return name.equals(officer.name()) && hubs.equals(joined(officer));
    }

    private static String joined(Officer officer) {
        return officer.hubs().stream().sorted().collect(Collectors.joining(","));
    }
}
