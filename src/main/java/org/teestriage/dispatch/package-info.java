/** The outbox: letters to partners, frozen when they are prepared, and what became of each. */
@NullMarked
package org.teestriage.dispatch;

import org.jspecify.annotations.NullMarked;
