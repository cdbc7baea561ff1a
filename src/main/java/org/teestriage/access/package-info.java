/** Who may do and see what. The policy is pure; only {@code SignedIn} knows how a person came in. */
@NullMarked
package org.teestriage.access;

import org.jspecify.annotations.NullMarked;
