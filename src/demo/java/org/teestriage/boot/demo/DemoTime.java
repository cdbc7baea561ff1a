package org.teestriage.boot.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

@Alternative
@Priority(1)
@Singleton
class DemoTime implements InstantSource {

    private static final InstantSource REAL = InstantSource.system();

    /** The time of the current story; null after the demo concerns are loaded. */
    private volatile @Nullable Instant told;

    @Override
    public Instant instant() {
        Instant moment = told;
        return moment == null ? REAL.instant() : moment;
    }

    void tellOf(Instant moment) {
        told = moment;
    }

    void backToNow() {
        told = null;
    }
}
