/** The memory: what happened to a concern, appended once, chained by hashes, never changed. */
@NullMarked
package org.teestriage.timeline;

import org.jspecify.annotations.NullMarked;
