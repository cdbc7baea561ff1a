/** The watch: numbers by which operators see from outside that people are answered, letters leave and nothing was altered. */
@NullMarked
package org.teestriage.watch;

import org.jspecify.annotations.NullMarked;
