package org.teestriage.canary.pages;

import org.camunda.bpm.engine.ProcessEngine;

/** A front door with its hand on the engine. */
record HoldsTheEngine(ProcessEngine engine) {}
