/** One record for each step of the path. Each rules on the situation, or refuses with a sentence. */
@NullMarked
package org.teestriage.decision;

import org.jspecify.annotations.NullMarked;
