/** Plain text and its comparison: names of people and places, and London time. */
@NullMarked
package org.teestriage.platform.text;

import org.jspecify.annotations.NullMarked;
