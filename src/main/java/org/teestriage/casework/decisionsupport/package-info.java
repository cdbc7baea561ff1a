/** Data for the officer who decides a step: matching children, suggestions, new entries. */
@NullMarked
package org.teestriage.casework.decisionsupport;

import org.jspecify.annotations.NullMarked;
