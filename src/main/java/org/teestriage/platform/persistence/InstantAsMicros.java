package org.teestriage.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stores instants as microseconds since 1970 (UTC), which no column type, driver or time zone truncates or shifts. */
@Converter(autoApply = true)
class InstantAsMicros implements AttributeConverter<@Nullable Instant, @Nullable Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Instant at) {
        return at == null ? null : EpochMicros.of(at);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Long micros) {
        return micros == null ? null : EpochMicros.toInstant(micros);
    }
}
