@NullMarked
package org.teestriage.web.pages.step;

import org.jspecify.annotations.NullMarked;
