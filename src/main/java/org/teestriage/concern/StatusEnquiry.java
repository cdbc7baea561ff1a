package org.teestriage.concern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record StatusEnquiry(Instant at, String by, @Nullable Instant answeredAt) {}
