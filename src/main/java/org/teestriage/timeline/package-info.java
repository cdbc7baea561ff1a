/** The append-only, hash-chained log of each concern, and the log of who read it. */
@NullMarked
package org.teestriage.timeline;

import org.jspecify.annotations.NullMarked;
