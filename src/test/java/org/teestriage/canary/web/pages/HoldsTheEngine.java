package org.teestriage.canary.web.pages;

import org.camunda.bpm.engine.ProcessEngine;

/** A front door with its hand on the engine. */
record HoldsTheEngine(ProcessEngine engine) {}
