/** A small made-up world for development: it exists in the dev profile only, and its people and stories in no jar. */
@NullMarked
package org.teestriage.demo;

import org.jspecify.annotations.NullMarked;
