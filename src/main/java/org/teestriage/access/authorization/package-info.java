/** Enforcing the policy: authorised and locked access to concerns, and redaction of what leaves. */
@NullMarked
package org.teestriage.access.authorization;

import org.jspecify.annotations.NullMarked;
