/** The queue of a hub: order, claims, releases and assignments. */
@NullMarked
package org.teestriage.casework.queue;

import org.jspecify.annotations.NullMarked;
