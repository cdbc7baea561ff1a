package org.teestriage.concern.facts;

import org.teestriage.platform.validation.Checked;
import org.teestriage.platform.validation.Line;
import org.teestriage.platform.validation.Stated;

import jakarta.validation.constraints.NotBlank;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The professional who is worried, and how to reach them. Where they ask to be kept confidential, nobody but the hub that
 * works on the concern learns who they are.
 */
public record Referrer(
        @NotBlank @Line String name,
        @Nullable @Line String role,
        @Nullable @Line String organisation,
        @Nullable @Line String email,
        @Nullable @Line String phone,
        @Nullable @Line String relationToChild,
        @Nullable Boolean confidential)
        implements Checked {

    /** What partners may know of them. */
    Referrer towardsPartners() {
        return Boolean.TRUE.equals(confidential)
                ? new Referrer("Kept back at their wish; ask the hub", role, organisation, null, null, null, true)
                : this;
    }

    @Override
    public Stream<Flaw> flaws() {
        return Checked.flawIf(
                Stated.nothing(email, phone), "phone", "give a telephone number or an e-mail address to reach you");
    }
}
