/** The form for raising a concern: a task list of sections, kept as a draft until it is submitted. */
@NullMarked
package org.teestriage.web.pages.raise;

import org.jspecify.annotations.NullMarked;
