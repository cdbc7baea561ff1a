package org.teestriage.concern.facts;

import jakarta.validation.constraints.NotBlank;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.Format;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * The professional who raises the concern. If they ask for confidentiality, only the hub that works on the concern
 * learns their identity.
 */
public record Referrer(
        @NotBlank @SingleLine String name,
        @Nullable @SingleLine String role,
        @Nullable @SingleLine String organisation,
        @Nullable @SingleLine @Format(Format.Kind.EMAIL) String email,
        @Nullable @SingleLine @Format(Format.Kind.PHONE) String phone,
        @Nullable @SingleLine String relationToChild,
        @Nullable Boolean confidential)
        implements SelfValidating {

    Referrer keptBack() {
        return new Referrer(
                "Referrer asked not to be named; ask the hub", role, organisation, null, null, null, confidential);
    }

    @Override
    public Stream<Flaw> flaws() {
        return SelfValidating.flawIf(
                Blanks.nothing(email, phone), "phone", "give a telephone number or an e-mail address to reach you");
    }
}
