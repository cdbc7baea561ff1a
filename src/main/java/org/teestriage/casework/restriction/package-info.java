/** Information barriers: who is kept out of a concern, or alone let in. */
@NullMarked
package org.teestriage.casework.restriction;

import org.jspecify.annotations.NullMarked;
