package org.teestriage.concern.facts;

import org.teestriage.platform.validation.Line;
import org.teestriage.platform.validation.Stated;
import org.teestriage.platform.validation.Text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One account or number under which somebody appears online. A profile URL is inert text: it is never fetched, linked or previewed. */
public record OnlineIdentity(
        @Nullable @Line String platform,
        @Nullable @Line String handle,
        @Nullable @Line String displayName,
        @Nullable @Text String profileUrl,
        @Nullable @Line String groupOrServer,
        @Nullable @Line String phone,
        @Nullable @Line String email,
        @Nullable @Line String paymentHandle,
        @Nullable LocalDate firstContact,
        @Nullable LocalDate lastContact) {

    boolean says() {
        return !Stated.nothing(handle, displayName, profileUrl, groupOrServer, phone, email, paymentHandle);
    }

    /** Whether there is a platform to report this account to. */
    public boolean reportable() {
        return !Stated.nothing(platform) && says();
    }
}
