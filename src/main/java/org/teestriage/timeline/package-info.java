/** The append-only, hash-chained timeline of each concern, and the log of its reads. */
@NullMarked
package org.teestriage.timeline;

import org.jspecify.annotations.NullMarked;
