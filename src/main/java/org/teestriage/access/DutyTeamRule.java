package org.teestriage.access;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Step;
import org.teestriage.platform.text.DatedFile;

/** What the Emergency Duty Team takes on while hubs are closed, by {@code config/duty-team.yaml}. */
public final class DutyTeamRule {

    private DutyTeamRule() {}

    /** The content of duty-team.yaml. */
    record File(List<Version> dutyTeam) {
        File {
            dutyTeam = DatedFile.inOrder(dutyTeam);
        }
    }

    /**
     * The rule from a day on.
     *
     * @param hubs for which the team works
     * @param steps that it takes, by their ids
     * @param readsAfterOpening minutes after the opening of the hub in which it still reads what it worked on
     */
    public record Version(
            LocalDate from,
            String source,
            @Nullable LocalDate lastVerified,
            Set<String> hubs,
            Set<String> steps,
            int readsAfterOpening)
            implements DatedFile.Version {

        public Version {
            hubs = Set.copyOf(hubs);
            steps = Set.copyOf(steps);
            steps.stream()
                    .filter(id -> Step.of(id)
                            .filter(step -> !step.isForAManager() && !step.isLadoStep())
                            .isEmpty())
                    .findFirst()
                    .ifPresent(id -> {
                        throw new IllegalArgumentException(
                                "config/duty-team.yaml: the team cannot take the step " + id);
                    });
            if (readsAfterOpening < 1) {
                throw new IllegalArgumentException("config/duty-team.yaml: reads-after-opening is at least a minute");
            }
        }

        public Set<Step> taken() {
            return steps.stream().map(id -> Step.of(id).orElseThrow()).collect(Collectors.toUnmodifiableSet());
        }

        public Duration stillReads() {
            return Duration.ofMinutes(readsAfterOpening);
        }
    }

    /** Read once, because the policy has no dependencies. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("duty-team.yaml", File.class).dutyTeam();
    }

    public static Version on(LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day);
    }

    public static List<Version> versions() {
        return Holder.VERSIONS;
    }
}
