/** Sign-in with Keycloak: tokens, sessions, roles and step-up. */
@NullMarked
package org.teestriage.web.keycloak;

import org.jspecify.annotations.NullMarked;
