/** Benchmarks of the packaged service, with yardsticks measured in the same run. */
@NullMarked
package org.teestriage.packaging.benchmark;

import org.jspecify.annotations.NullMarked;
