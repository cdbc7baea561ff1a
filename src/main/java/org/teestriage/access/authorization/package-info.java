/** Enforcement of the access policy: authorised and locked access to concerns, and redaction of output. */
@NullMarked
package org.teestriage.access.authorization;

import org.jspecify.annotations.NullMarked;
