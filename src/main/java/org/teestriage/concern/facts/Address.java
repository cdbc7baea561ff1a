package org.teestriage.concern.facts;

import org.teestriage.platform.validation.Line;
import org.teestriage.platform.validation.Stated;
import org.teestriage.platform.validation.Text;

import org.jspecify.annotations.Nullable;

/** Where somebody lives, is, or works. The postcode decides which authority answers for a child. */
public record Address(
        @Nullable @Text String lines, @Nullable @Line String postcode) {

    boolean says() {
        return !Stated.nothing(lines, postcode);
    }
}
