/** Approved sentences for users and referrers, as dated data. */
@NullMarked
package org.teestriage.decision.wording;

import org.jspecify.annotations.NullMarked;
