package org.teestriage.concern.facts;

import jakarta.validation.constraints.Null;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.Format;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * An online account or number of a person. A profile URL is inert text: it is never fetched, linked or previewed.
 *
 * @param number number of a reportable account in its concern, which it keeps; never part of a request
 * @param withdrawn whether an amendment withdrew the account; never part of a request
 */
public record OnlineIdentity(
        @Nullable @SingleLine String platform,
        @Nullable @SingleLine String handle,
        @Nullable @SingleLine String displayName,
        @Nullable @MultiLine String profileUrl,
        @Nullable @SingleLine String groupOrServer,
        @Nullable @SingleLine @Format(Format.Kind.PHONE) String phone,
        @Nullable @SingleLine @Format(Format.Kind.EMAIL) String email,
        @Nullable @SingleLine String paymentHandle,
        @Nullable LocalDate firstContact,
        @Nullable LocalDate lastContact,
        @Null @Schema(readOnly = true) @Nullable Integer number,
        @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
        implements SelfValidating, Withdrawable {

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.contacts(firstContact, lastContact, now);
    }

    OnlineIdentity numbered(int as) {
        return new OnlineIdentity(
                platform,
                handle,
                displayName,
                profileUrl,
                groupOrServer,
                phone,
                email,
                paymentHandle,
                firstContact,
                lastContact,
                as,
                withdrawn);
    }

    boolean says() {
        return !Blanks.nothing(handle, displayName, profileUrl, groupOrServer, phone, email, paymentHandle);
    }

    /** Whether the account names a platform that it can be reported to. */
    public boolean reportable() {
        return !Blanks.nothing(platform) && says();
    }
}
