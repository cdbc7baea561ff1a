package org.teestriage.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "tees-triage.http")
interface HttpSettings {

    /** Limit per node of requests processed at the same time; further requests get a 503. */
    int maxConcurrentRequests();

    /** Time limit for receiving a request body. */
    Duration bodyTimeout();

    /** Limit per node of the memory for all request bodies together. */
    MemorySize maxBodyMemory();
}
