/** Access policy without I/O: which user may do what with which concern. */
@NullMarked
package org.teestriage.access;

import org.jspecify.annotations.NullMarked;
