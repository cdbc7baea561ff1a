package org.teestriage.canary.web.pages;

import org.camunda.bpm.engine.ProcessEngine;

/** A front end that uses the engine directly. */
record HoldsTheEngine(ProcessEngine engine) {}
