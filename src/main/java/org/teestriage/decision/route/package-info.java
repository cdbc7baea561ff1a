/** Reporting routes beside the reports of the path: which exist, and which the facts and outcomes suggest. */
@NullMarked
package org.teestriage.decision.route;

import org.jspecify.annotations.NullMarked;
