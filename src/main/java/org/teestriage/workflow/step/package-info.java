@NullMarked
package org.teestriage.workflow.step;

import org.jspecify.annotations.NullMarked;
