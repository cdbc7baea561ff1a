@NullMarked
package org.teestriage.web.pages.concern;

import org.jspecify.annotations.NullMarked;
