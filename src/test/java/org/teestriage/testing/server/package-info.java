/** Servers that tests start: MySQL, Keycloak, Chromium, nodes of the service, partners. */
@NullMarked
package org.teestriage.testing.server;

import org.jspecify.annotations.NullMarked;
