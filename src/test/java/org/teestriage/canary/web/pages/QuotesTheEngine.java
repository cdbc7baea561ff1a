package org.teestriage.canary.web.pages;

import org.camunda.bpm.engine.ProcessEngineConfiguration;

/** The compiler inlines the constant, so the class file does not name the engine. */
class QuotesTheEngine {

    String quoted() {
        return ProcessEngineConfiguration.HISTORY_NONE;
    }
}
