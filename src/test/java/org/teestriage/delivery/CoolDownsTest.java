package org.teestriage.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.letter.Cause;

/** How long a partner that did not respond gets no attempts. */
class CoolDownsTest {

    private static final Instant NOW = Instant.parse("2026-09-22T09:00:00Z");
    private static final DeliveryResult NO_CONNECTION = DeliveryResult.later(Cause.NO_CONNECTION);

    private final CoolDowns coolDowns = new CoolDowns(Duration.ofSeconds(5));

    @Test
    void aPartnerThatDidNotRespondRestsForTheConfiguredTime() {
        assertThat(coolDowns.lasts("police", NOW)).isFalse();
        coolDowns.after(NO_CONNECTION, "police", NOW);
        assertThat(coolDowns.lasts("police", NOW)).isTrue();
        assertThat(coolDowns.lasts("police", NOW.plusMillis(4999))).isTrue();
        assertThat(coolDowns.lasts("police", NOW.plusSeconds(5))).isFalse();
    }

    @Test
    void otherPartnersDoNotRestWithIt() {
        coolDowns.after(NO_CONNECTION, "police", NOW);
        assertThat(coolDowns.lasts("lado", NOW)).isFalse();
    }

    @Test
    void aNewFailureBeginsANewRest() {
        coolDowns.after(NO_CONNECTION, "police", NOW);
        coolDowns.after(NO_CONNECTION, "police", NOW.plusSeconds(5));
        assertThat(coolDowns.lasts("police", NOW.plusSeconds(9))).isTrue();
    }

    @Test
    void aClockThatWasSetBackDoesNotProlongTheRest() {
        coolDowns.after(NO_CONNECTION, "police", NOW);
        assertThat(coolDowns.lasts("police", NOW.minusSeconds(3600))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void onlyAMissingResponseBeginsARest(Cause cause) {
        coolDowns.after(new DeliveryResult.TryAgain(cause, Optional.empty()), "retried", NOW);
        coolDowns.after(new DeliveryResult.Unknown(cause), "unknown", NOW);
        coolDowns.after(new DeliveryResult.Rejected(cause), "rejected", NOW);
        coolDowns.after(new DeliveryResult.ForAPerson(cause), "manual", NOW);
        assertThat(coolDowns.lasts("retried", NOW)).isEqualTo(cause == Cause.NO_CONNECTION);
        assertThat(coolDowns.lasts("unknown", NOW)).isEqualTo(cause == Cause.NO_ANSWER_IN_TIME);
        assertThat(coolDowns.lasts("rejected", NOW)).isFalse();
        assertThat(coolDowns.lasts("manual", NOW)).isFalse();
    }

    @Test
    void aDeliveredLetterBeginsNoRest() {
        coolDowns.after(new DeliveryResult.Delivered(), "police", NOW);
        coolDowns.after(new DeliveryResult.Acknowledged("MP-1"), "police", NOW);
        assertThat(coolDowns.lasts("police", NOW)).isFalse();
    }
}
