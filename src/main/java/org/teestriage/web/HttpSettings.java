package org.teestriage.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tees-triage.http")
interface HttpSettings {

    /** Scheme, host and port of the service for its users; required in production. */
    Optional<String> publicAddress();

    /** Limit per node of requests processed at the same time; further requests get a 503. */
    int maxConcurrentRequests();

    /** Time limit for receiving a request line with its headers, from their first byte. */
    Duration headTimeout();

    /** Time limit for receiving a request body. */
    Duration bodyTimeout();

    /** Limit per node of the memory for all request bodies together. */
    MemorySize maxBodyMemory();
}
