package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

/**
 * What the agency sent about a concern, word for word and oldest first, without anything that a hub added. {@code
 * withheld} names the redacted information.
 */
public record SentView(
        Reference reference, List<Entry> entries, @Nullable List<String> withheld) {

    /** {@code content} is absent where its details were erased from the record. */
    @Schema(name = "SentEntry")
    public record Entry(
            What what, Instant at, String by, @Nullable Object content) {}

    @Schema(name = "SentWhat")
    public enum What {
        CONCERN,
        WRITTEN_CONCERN,
        DANGER,
        INFORMATION,
        CALL,
        AMENDMENT
    }
}
