package org.teestriage.testing.server;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The application started anew on a database of its own, for tests that look at what stands first in a queue. */
public class OwnDatabaseProfile implements QuarkusTestProfile {}
