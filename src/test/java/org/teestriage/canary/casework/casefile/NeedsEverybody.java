package org.teestriage.canary.casework.casefile;

import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** A bean with more constructor parameters than allowed. */
@Singleton
@Vetoed
class NeedsEverybody {

    NeedsEverybody(
            InstantSource first,
            InstantSource second,
            InstantSource third,
            InstantSource fourth,
            InstantSource fifth,
            InstantSource sixth,
            InstantSource seventh,
            InstantSource eighth,
            InstantSource ninth) {}
}
