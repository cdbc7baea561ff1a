@NullMarked
package org.teestriage.web.pages.oversight;

import org.jspecify.annotations.NullMarked;
