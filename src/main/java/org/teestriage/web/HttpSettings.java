package org.teestriage.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Limits on incoming requests, for each node. */
@ConfigMapping(prefix = "tees-triage.http")
interface HttpSettings {

    /** Requests being processed at the same time; further ones get a 503. */
    int maxConcurrentRequests();

    /** Time limit for receiving a request body. */
    Duration bodyTimeout();

    /** Memory for all request bodies together. */
    MemorySize maxBodyMemory();
}
