package org.teestriage.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.DatedFile;

/** Which threshold decisions, and which reports and referrals that are not made, need a second person, and why, by {@code config/second-decisions.yaml}. */
final class SecondDecisions {

    private SecondDecisions() {}

    /** The content of second-decisions.yaml. */
    record File(List<Version> secondDecisions) {
        File {
            secondDecisions = DatedFile.inOrder(secondDecisions);
        }
    }

    /**
     * A report or referral that a second person decides to be not needed for this reason.
     *
     * @param step id of the step of the report or referral
     */
    record NotNeeded(String step, String reason, String because) {
        NotNeeded {
            require(step, "a step");
            require(reason, "a reason");
            require(because, "because");
            if (reasons(step).map(Enum::name).noneMatch(reason::equals)) {
                throw new IllegalArgumentException(
                        "config/second-decisions.yaml: %s has no reason %s".formatted(step, reason));
            }
        }

        private static Stream<? extends Enum<?>> reasons(String step) {
            return switch (Step.of(step).orElse(Step.CLOSE)) {
                case POLICE_REPORT, CEOP_DECISION, PLATFORM_DECISION -> Stream.of(Report.NotNeeded.values());
                case LADO_REFERRAL, SOCIAL_CARE_REFERRAL -> Stream.of(ReferralNotNeeded.NoReferral.values());
                default -> Stream.empty();
            };
        }
    }

    record Row(Outcome outcome, String because) {
        Row {
            require(outcome, "an outcome");
            require(because, "because");
        }
    }

    /**
     * The rule from a day on.
     *
     * @param alone outcomes that need a second decision if a child gets no other
     * @param notNeeded reports and referrals that one person may not decide to be not needed
     * @param complexFlag why the removal of the complex-abuse flag needs one
     */
    record Version(
            LocalDate from,
            String source,
            @Nullable LocalDate lastVerified,
            List<Row> alone,
            String complexFlag,
            List<NotNeeded> notNeeded)
            implements DatedFile.Version {
        Version {
            require(from, "from");
            require(source, "source");
            require(complexFlag, "complex-flag");
            require(notNeeded, "not-needed");
            alone = List.copyOf(alone);
            notNeeded = List.copyOf(notNeeded);
            if (alone.stream().map(Row::outcome).distinct().count() < alone.size()) {
                throw new IllegalArgumentException("config/second-decisions.yaml: an outcome is listed twice");
            }
        }

        /** Why one person alone may not decide for this reason that the report or referral of the step is not needed. */
        Optional<String> whyNotAlone(Step step, Enum<?> reason) {
            return notNeeded.stream()
                    .filter(row -> row.step().equals(step.id()) && row.reason().equals(reason.name()))
                    .map(NotNeeded::because)
                    .findFirst();
        }

        /** Why these outcomes of one child need a second decision; empty if they do not. */
        List<String> reasons(Collection<Outcome> outcomes) {
            Map<Outcome, String> because = new EnumMap<>(Outcome.class);
            alone.forEach(row -> because.put(row.outcome(), row.because()));
            return because.keySet().containsAll(outcomes)
                    ? outcomes.stream().map(because::get).distinct().sorted().toList()
                    : List.of();
        }
    }

    /** Read once, because decisions have no dependencies. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("second-decisions.yaml", File.class).secondDecisions();
    }

    static Version on(LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day);
    }

    private static void require(@Nullable Object value, String what) {
        Objects.requireNonNull(value, () -> "config/second-decisions.yaml: %s is missing".formatted(what));
    }
}
