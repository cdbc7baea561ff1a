/** Decisions of the response path: one record per step. Each record holds the input of the step and its rule. */
@NullMarked
package org.teestriage.decision;

import org.jspecify.annotations.NullMarked;
