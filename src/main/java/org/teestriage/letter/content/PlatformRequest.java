package org.teestriage.letter.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.DatedFile;

/** What a report asks of a platform, by {@code config/platform-request.yaml}. */
final class PlatformRequest {

    private PlatformRequest() {}

    /** The content of platform-request.yaml. */
    record File(List<Version> platformRequest) {
        File {
            platformRequest = DatedFile.inOrder(platformRequest);
        }
    }

    record Version(
            LocalDate from, String source, @Nullable LocalDate lastVerified, List<String> asks, String legalBasis)
            implements DatedFile.Version {
        Version {
            require(from, "from");
            require(source, "source");
            require(legalBasis, "legal-basis");
            asks = List.copyOf(asks);
        }

        private static void require(@Nullable Object value, String what) {
            Objects.requireNonNull(value, () -> "config/platform-request.yaml: %s is missing".formatted(what));
        }
    }

    /** Read once, because letters have no dependencies. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("platform-request.yaml", File.class).platformRequest();
    }

    static Version on(LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day);
    }
}
