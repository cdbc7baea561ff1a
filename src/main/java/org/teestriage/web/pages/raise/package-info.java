@NullMarked
package org.teestriage.web.pages.raise;

import org.jspecify.annotations.NullMarked;
