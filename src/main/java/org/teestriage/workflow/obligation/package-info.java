/** What is due to partners in a concern, why, since when, and what became of it. */
@NullMarked
package org.teestriage.workflow.obligation;

import org.jspecify.annotations.NullMarked;
