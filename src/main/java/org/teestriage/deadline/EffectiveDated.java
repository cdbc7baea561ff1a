package org.teestriage.deadline;

import java.time.LocalDate;
import java.util.List;

interface EffectiveDated {

    LocalDate from();

    String source();

    LocalDate lastVerified();

    default String provenance() {
        return "in force from %s, last verified %s: %s"
                .formatted(DateWording.fullDay(from()), DateWording.fullDay(lastVerified()), source());
    }

    /** The version in force on a day. A concern keeps the version of the day on which it was received. */
    static <T extends EffectiveDated> T inForce(List<T> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalStateException("No rule was in force on " + DateWording.fullDay(day)));
    }

    static <T extends EffectiveDated> List<T> inOrder(String name, List<T> versions) {
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i - 1).from().isBefore(versions.get(i).from())) {
                throw new IllegalArgumentException("The versions of %s are not in ascending order of their dates: %s"
                        .formatted(name, versions.get(i).from()));
            }
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("There is no version of " + name);
        }
        return List.copyOf(versions);
    }
}
