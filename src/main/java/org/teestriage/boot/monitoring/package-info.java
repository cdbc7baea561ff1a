/** Health checks, metrics, log scrubbing, and continuous verification of timelines. */
@NullMarked
package org.teestriage.boot.monitoring;

import org.jspecify.annotations.NullMarked;
