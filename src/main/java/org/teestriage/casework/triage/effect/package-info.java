/** The consequences of decisions: one class for each decision that has any beyond moving the path on. */
@NullMarked
package org.teestriage.casework.triage.effect;

import org.jspecify.annotations.NullMarked;
