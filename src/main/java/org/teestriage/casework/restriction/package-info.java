/** Information barriers: users who have no access to a concern, or the only users who have. */
@NullMarked
package org.teestriage.casework.restriction;

import org.jspecify.annotations.NullMarked;
