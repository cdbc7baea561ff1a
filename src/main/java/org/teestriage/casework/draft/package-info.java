/** Unfinished forms, encrypted for their owner. */
@NullMarked
package org.teestriage.casework.draft;

import org.jspecify.annotations.NullMarked;
