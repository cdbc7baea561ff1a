/** Entry point, commands, and producers of configured beans. */
@NullMarked
package org.teestriage.boot;

import org.jspecify.annotations.NullMarked;
