/** Emergency access to a concern of another hub, and its review. */
@NullMarked
package org.teestriage.casework.breakglass;

import org.jspecify.annotations.NullMarked;
