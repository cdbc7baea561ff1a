package org.teestriage.casework.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Priority;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.platform.text.DatedFile;

/** By when a referrer answers, by {@code config/questions.yaml}. */
public final class AnswerTimes {

    private AnswerTimes() {}

    /** The content of questions.yaml. */
    record File(List<Version> questions) {
        File {
            questions = DatedFile.inOrder(questions);
        }
    }

    record Version(
            LocalDate from,
            String source,
            @Nullable LocalDate lastVerified,
            Map<Priority, Integer> answerWithinWorkingDays)
            implements DatedFile.Version {
        Version {
            Objects.requireNonNull(from, "config/questions.yaml: from is missing");
            Objects.requireNonNull(source, "config/questions.yaml: a source is missing");
            if (!answerWithinWorkingDays.keySet().equals(EnumSet.allOf(Priority.class))
                    || answerWithinWorkingDays.values().stream().anyMatch(days -> days < 0)) {
                throw new IllegalArgumentException(
                        "config/questions.yaml: answer-within-working-days needs a number for each priority");
            }
            answerWithinWorkingDays = new EnumMap<>(answerWithinWorkingDays);
        }
    }

    /** Read once. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("questions.yaml", File.class).questions();
    }

    /** The close of the hub's day so many working days after the question, or after the next opening. */
    public static Instant due(Priority priority, Instant asked, BusinessClock hub) {
        Integer days = DatedFile.inForce(Holder.VERSIONS, BusinessClock.dateOf(asked))
                .answerWithinWorkingDays()
                .get(priority);
        return hub.plusWorkingDays(hub.nextOpening(asked), Objects.requireNonNull(days));
    }
}
