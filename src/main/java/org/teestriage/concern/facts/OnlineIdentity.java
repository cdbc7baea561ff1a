package org.teestriage.concern.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.Format;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/** An online account or number of a person. A profile URL is inert text: it is never fetched, linked or previewed. */
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
        @Nullable LocalDate lastContact)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.contacts(firstContact, lastContact, now);
    }

    boolean says() {
        return !Blanks.nothing(handle, displayName, profileUrl, groupOrServer, phone, email, paymentHandle);
    }

    /** Whether the account names a platform that it can be reported to. */
    public boolean reportable() {
        return !Blanks.nothing(platform) && says();
    }
}
