package org.teestriage.canary.web.pages;

import org.camunda.bpm.engine.ProcessEngineConfiguration;

/** A constant of the engine: the compiler copies it, and the class file knows nothing of where it came from. */
class QuotesTheEngine {

    String quoted() {
        return ProcessEngineConfiguration.HISTORY_NONE;
    }
}
