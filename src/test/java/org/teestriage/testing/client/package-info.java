/** Clients that drive the service, and the bodies they send. */
@NullMarked
package org.teestriage.testing.client;

import org.jspecify.annotations.NullMarked;
