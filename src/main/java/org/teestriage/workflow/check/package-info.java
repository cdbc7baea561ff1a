/** What partners were asked about the children of a concern, and what they answered. */
@NullMarked
package org.teestriage.workflow.check;

import org.jspecify.annotations.NullMarked;
