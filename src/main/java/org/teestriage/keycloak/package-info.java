/** How people come in through Keycloak. It hands over an identity as {@code SignedIn} reads it, and nothing else. */
@NullMarked
package org.teestriage.keycloak;

import org.jspecify.annotations.NullMarked;
