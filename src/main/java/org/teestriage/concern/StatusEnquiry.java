package org.teestriage.concern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a referrer asked whether anyone has seen their concern: when, who, and when the hub next did anything about it. */
public record StatusEnquiry(Instant at, String by, @Nullable Instant answeredAt) {}
