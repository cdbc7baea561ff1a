/** Approved sentences: what people are told and what they act on, as dated data. */
@NullMarked
package org.teestriage.decision.wording;

import org.jspecify.annotations.NullMarked;
