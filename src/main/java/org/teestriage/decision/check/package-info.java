/** What is asked of the partners of a hub about a child: who is asked, which checks are due, and what can be recorded. */
@NullMarked
package org.teestriage.decision.check;

import org.jspecify.annotations.NullMarked;
