/** Pages of one concern: its status, timeline and letters, and what users add to it. */
@NullMarked
package org.teestriage.web.pages.concern;

import org.jspecify.annotations.NullMarked;
