package org.teestriage.canary.deadline;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A test of a pure package that would start the service for every mutant. */
record StartsTheService(QuarkusTestProfile profile) {}
