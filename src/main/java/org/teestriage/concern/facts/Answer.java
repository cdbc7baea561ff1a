package org.teestriage.concern.facts;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

public enum Answer {
    YES,
    NO,
    NOT_KNOWN;

    public static Answer of(boolean known) {
        return known ? YES : NO;
    }

    /** A question that was not answered counts as not known. */
    public static Answer known(@Nullable Answer answer) {
        return answer == null ? NOT_KNOWN : answer;
    }

    /** Yes if it is yes for one, no if it is no for each, and not known if nothing is listed. */
    public static <T> Answer any(Collection<T> things, Function<T, Answer> answer) {
        if (things.stream().anyMatch(thing -> answer.apply(thing) == YES)) {
            return YES;
        }
        return !things.isEmpty() && things.stream().allMatch(thing -> answer.apply(thing) == NO) ? NO : NOT_KNOWN;
    }

    /** Yes over not known over no. */
    Answer mostProtective(Answer other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO && other == NO ? NO : NOT_KNOWN;
    }

    public Answer and(Answer other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : NOT_KNOWN;
    }
}
