/** Bean Validation of records: single-line and multi-line text, and records that check themselves. */
@NullMarked
package org.teestriage.platform.validation;

import org.jspecify.annotations.NullMarked;
