/** The pure policy: who may do what with which concern. */
@NullMarked
package org.teestriage.access;

import org.jspecify.annotations.NullMarked;
