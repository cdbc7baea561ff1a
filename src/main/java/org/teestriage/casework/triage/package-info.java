/** Raising a concern, deciding its steps, and what may come in at any moment. */
@NullMarked
package org.teestriage.casework.triage;

import org.jspecify.annotations.NullMarked;
