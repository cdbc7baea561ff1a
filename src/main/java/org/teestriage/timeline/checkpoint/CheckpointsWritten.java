package org.teestriage.timeline.checkpoint;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Separate from readiness, because a node without checkpoints continues to serve requests. */
@Singleton
@Wellness
class CheckpointsWritten implements HealthCheck {

    private final CheckpointService checkpointService;

    CheckpointsWritten(CheckpointService checkpointService) {
        this.checkpointService = checkpointService;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("checkpoints")
                .status(!checkpointService.state().alarm())
                .build();
    }
}
