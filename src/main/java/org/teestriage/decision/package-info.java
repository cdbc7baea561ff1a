/** The rules: one typed record per step, ruling on facts without a framework, a clock or a database. */
@NullMarked
package org.teestriage.decision;

import org.jspecify.annotations.NullMarked;
