package org.teestriage.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.server.MySqlResource;

/** The engine reads at its start what running a path takes, and the rest of its statements when somebody asks for it. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class LazyMappingsTest extends ConcernJourney {

    @Inject
    EngineProbe shelf;

    @Test
    void aWholePathWithItsTimersAsksForNothingMoreAndWhoeverAsksForMoreGetsIt() {
        Api.ConcernClient late = raise(Bodies.GROOMING);
        atTime("2026-09-23T10:00:00Z", late);
        aTuesdayMorning();
        answered(raise(Bodies.GROOMING));
        assertThat(shelf.isWholeRead()).as("asked for by what came before").isFalse();

        assertThat(shelf.users()).isZero();
        assertThat(shelf.isWholeRead()).isTrue();
        answered(raise(Bodies.GROOMING));
    }
}
