/** Bean Validation of records: single-line and multi-line text, rules across components, and conditional components. */
@NullMarked
package org.teestriage.platform.validation;

import org.jspecify.annotations.NullMarked;
