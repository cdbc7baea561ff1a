/** What must hold in every database at every time, and tampering that breaks it. */
@NullMarked
package org.teestriage.testing.invariant;

import org.jspecify.annotations.NullMarked;
