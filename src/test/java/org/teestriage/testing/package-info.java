/** The real servers the tests run against. */
@NullMarked
package org.teestriage.testing;

import org.jspecify.annotations.NullMarked;
