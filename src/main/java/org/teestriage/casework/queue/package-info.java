/** The queue of a hub: its order, and who has claimed what. */
@NullMarked
package org.teestriage.casework.queue;

import org.jspecify.annotations.NullMarked;
