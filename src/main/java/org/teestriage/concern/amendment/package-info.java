/** What a person asks to add to the facts, to correct or to withdraw. */
@NullMarked
package org.teestriage.concern.amendment;

import org.jspecify.annotations.NullMarked;
