package org.teestriage.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long partners take to answer. */
record PartnerTimes(List<Question> questions, Instant now) {

    /**
     * A question to a partner.
     *
     * @param whom the partner and the hub of the child
     * @param answered by the first answer after it; null if there is none
     */
    record Question(
            String whom,
            Instant asked,
            Instant due,
            @Nullable Instant answered) {}

    /** The number of answers in time and late, and of questions without an answer that is due. */
    Map<String, Integer> inTime() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Question question : questions) {
            Instant by = question.answered() == null ? now : question.answered();
            boolean late = by.isAfter(question.due());
            if (question.answered() != null || late) {
                String how = late ? question.answered() == null ? "not answered" : "late" : "in time";
                counts.merge("%s: %s".formatted(question.whom(), how), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The median minutes until the first answer, day and night. The lower one of two in the middle. */
    Map<String, Integer> medians() {
        Map<String, List<Question>> answered = questions.stream()
                .filter(question -> question.answered() != null)
                .collect(Collectors.groupingBy(Question::whom, TreeMap::new, Collectors.toList()));
        return answered.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> median(each.getValue()), (one, other) -> one, TreeMap::new));
    }

    private static int median(List<Question> questions) {
        List<Long> minutes = questions.stream()
                .flatMap(question -> question.answered() == null
                        ? Stream.<Long>empty()
                        : Stream.of(Math.max(
                                0,
                                Duration.between(question.asked(), question.answered())
                                        .toMinutes())))
                .sorted()
                .toList();
        return minutes.get((minutes.size() - 1) / 2).intValue();
    }
}
