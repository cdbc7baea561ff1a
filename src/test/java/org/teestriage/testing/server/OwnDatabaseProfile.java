package org.teestriage.testing.server;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Starts the application on a database of its own, for tests that depend on the first rows of a queue. */
public class OwnDatabaseProfile implements QuarkusTestProfile {}
