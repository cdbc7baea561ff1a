/** Measurements of the packaged service, beside yardsticks of the same run. */
@NullMarked
package org.teestriage.packaging.benchmark;

import org.jspecify.annotations.NullMarked;
