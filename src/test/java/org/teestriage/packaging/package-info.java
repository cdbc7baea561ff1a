/** Checks of the packaged service and its chart; {@code mvn verify} runs them after packaging. */
@NullMarked
package org.teestriage.packaging;

import org.jspecify.annotations.NullMarked;
