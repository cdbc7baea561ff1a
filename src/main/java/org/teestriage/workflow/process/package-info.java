/** The process engine. No other package uses the engine's API. */
@NullMarked
package org.teestriage.workflow.process;

import org.jspecify.annotations.NullMarked;
