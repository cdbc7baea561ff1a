/** Health, metrics, log scrubbing, and the verification of timelines beside the work. */
@NullMarked
package org.teestriage.boot.monitoring;

import org.jspecify.annotations.NullMarked;
