/** Which authority and hub are responsible for a child. */
@NullMarked
package org.teestriage.directory.routing;

import org.jspecify.annotations.NullMarked;
