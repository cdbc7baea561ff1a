package org.teestriage.workflow.process;

import jakarta.inject.Singleton;

/** What the engine has read of its statements, and what it answers to a question that nobody asks here. */
@Singleton
public class EngineProbe {

    private final ProcessEngineBootstrap processEngineBootstrap;

    EngineProbe(ProcessEngineBootstrap processEngineBootstrap) {
        this.processEngineBootstrap = processEngineBootstrap;
    }

    public boolean isWholeRead() {
        return ((LazyMappingEngineConfiguration) processEngineBootstrap.engine().getProcessEngineConfiguration())
                .isWholeRead();
    }

    /** How many users the engine knows, which are Keycloak's business here. */
    public long users() {
        return processEngineBootstrap
                .engine()
                .getIdentityService()
                .createUserQuery()
                .count();
    }
}
