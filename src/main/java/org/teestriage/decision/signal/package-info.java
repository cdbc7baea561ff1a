/** What the decision tables ask of the facts: the protective answer where something is unknown. */
@NullMarked
package org.teestriage.decision.signal;

import org.jspecify.annotations.NullMarked;
