/** Invariants of every database, and tampering that breaks them. */
@NullMarked
package org.teestriage.testing.invariant;

import org.jspecify.annotations.NullMarked;
