/** The pages in which a concern is raised. */
@NullMarked
package org.teestriage.web.pages.raise;

import org.jspecify.annotations.NullMarked;
