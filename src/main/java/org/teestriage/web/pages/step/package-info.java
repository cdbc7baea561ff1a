/** One page for each step of the path. */
@NullMarked
package org.teestriage.web.pages.step;

import org.jspecify.annotations.NullMarked;
