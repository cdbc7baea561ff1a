/** How values are stored: JSON documents, and instants as microseconds. */
@NullMarked
package org.teestriage.platform.persistence;

import org.jspecify.annotations.NullMarked;
