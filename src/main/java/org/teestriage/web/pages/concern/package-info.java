/** The pages of one concern. */
@NullMarked
package org.teestriage.web.pages.concern;

import org.jspecify.annotations.NullMarked;
