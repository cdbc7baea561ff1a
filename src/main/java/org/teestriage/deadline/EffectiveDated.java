package org.teestriage.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface EffectiveDated {

    LocalDate from();

    String source();

    /** Null until a partner has confirmed it. */
    @Nullable
    Confirmed confirmed();

    default String provenance() {
        Confirmed asked = confirmed();
        return "in force from %s, %s: %s"
                .formatted(
                        DateWording.fullDay(from()),
                        asked == null
                                ? "not confirmed"
                                : "confirmed by %s on %s".formatted(asked.by(), DateWording.fullDay(asked.on())),
                        source());
    }

    /**
     * The version in force on a day. A concern keeps the version of the day on which it was received; the first version also
     * holds for earlier days.
     */
    static <T extends EffectiveDated> T inForce(List<T> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((older, newer) -> newer)
                .orElse(versions.get(0));
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
