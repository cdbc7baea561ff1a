package org.teestriage.workflow.process;

import jakarta.inject.Singleton;

/** Shows whether the engine has loaded all its mappings, and runs a query that the application never uses. */
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

    /** Counts the users of the engine's identity service, which the application does not use. */
    public long users() {
        return processEngineBootstrap
                .engine()
                .getIdentityService()
                .createUserQuery()
                .count();
    }
}
