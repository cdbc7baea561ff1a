/** The process engine; no other package knows it. */
@NullMarked
package org.teestriage.workflow.process;

import org.jspecify.annotations.NullMarked;
