/** The made-up world of the demo. */
@NullMarked
package org.teestriage.boot.demo;

import org.jspecify.annotations.NullMarked;
