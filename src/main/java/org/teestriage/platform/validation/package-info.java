/** What a record demands of its components: single-line and multi-line text, rules across them, and when one is asked for. */
@NullMarked
package org.teestriage.platform.validation;

import org.jspecify.annotations.NullMarked;
