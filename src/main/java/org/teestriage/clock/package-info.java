/** The time people have: working days, the hours of a hub, and deadlines that explain themselves. Nothing here asks what time it is. */
@NullMarked
package org.teestriage.clock;

import org.jspecify.annotations.NullMarked;
