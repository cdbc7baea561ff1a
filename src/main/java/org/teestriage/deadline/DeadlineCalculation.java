package org.teestriage.deadline;

import java.time.Instant;

/** @param words the explanation without its final clause, the due time */
record DeadlineCalculation(Instant start, Instant due, String words) {

    DeadlineCalculation butNotAfter(DeadlineCalculation latest) {
        return latest.due.isBefore(due) ? latest.insteadOf(this, "too late") : this;
    }

    DeadlineCalculation butNotBefore(DeadlineCalculation earliest) {
        return earliest.due.isAfter(due) ? earliest.insteadOf(this, "too early") : this;
    }

    private DeadlineCalculation insteadOf(DeadlineCalculation other, String because) {
        return new DeadlineCalculation(
                start, due, "%s; that would be %s, %s; %s".formatted(other.words, other.dueInWords(), because, words));
    }

    Deadline warnedAt(WarningShare warnAt, String policy) {
        String sentence = words + "; due " + dueInWords();
        return new Deadline(
                due,
                warnAt.between(start, due),
                Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1),
                policy);
    }

    private String dueInWords() {
        return DateWording.since(start).moment(due);
    }
}
