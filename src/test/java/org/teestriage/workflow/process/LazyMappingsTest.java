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

/** The engine loads at its start the mappings that a path needs, and the others on their first use. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class LazyMappingsTest extends ConcernJourney {

    @Inject
    EngineProbe engine;

    @Test
    void aPathWithTimersLoadsNoFurtherMappingsAndAnotherQueryLoadsThem() {
        Api.ConcernClient late = raise(Bodies.GROOMING);
        atTime("2026-09-23T10:00:00Z", late);
        aTuesdayMorning();
        answered(raise(Bodies.GROOMING));
        assertThat(engine.isWholeRead()).as("loaded by the path").isFalse();

        assertThat(engine.users()).isZero();
        assertThat(engine.isWholeRead()).isTrue();
        answered(raise(Bodies.GROOMING));
    }
}
