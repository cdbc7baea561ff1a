/** Users in front of a real or a minimal browser. */
@NullMarked
package org.teestriage.testing.browser;

import org.jspecify.annotations.NullMarked;
