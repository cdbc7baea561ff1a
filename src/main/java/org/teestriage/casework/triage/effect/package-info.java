/** Effects of decisions: one class for each decision type that changes more than the path. */
@NullMarked
package org.teestriage.casework.triage.effect;

import org.jspecify.annotations.NullMarked;
