package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.Format;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

public record Address(
        @Nullable @MultiLine String lines,
        @Nullable @SingleLine @Format(Format.Kind.POSTCODE) String postcode) {

    boolean says() {
        return !Blanks.nothing(lines, postcode);
    }
}
