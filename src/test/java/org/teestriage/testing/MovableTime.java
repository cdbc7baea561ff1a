package org.teestriage.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time source of the application in tests: it changes only when a test moves it. */
@Alternative
@Priority(1)
@Singleton
public class MovableTime implements InstantSource {

    /** Tuesday 22 September 2026, 10:00 in London; every hub is open. */
    public static final Instant A_TUESDAY_MORNING = Instant.parse("2026-09-22T09:00:00Z");

    private volatile Instant now = A_TUESDAY_MORNING;

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant moment) {
        now = moment;
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }
}
