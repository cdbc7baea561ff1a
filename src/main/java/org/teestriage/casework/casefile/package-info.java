/** Read models of a concern: status, path, timeline, read log. */
@NullMarked
package org.teestriage.casework.casefile;

import org.jspecify.annotations.NullMarked;
