/** What was done on reporting routes outside the service. */
@NullMarked
package org.teestriage.workflow.route;

import org.jspecify.annotations.NullMarked;
