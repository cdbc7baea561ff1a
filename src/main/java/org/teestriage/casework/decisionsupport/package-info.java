/** What a person sees who decides a step: known children, suggestions, what came in. */
@NullMarked
package org.teestriage.casework.decisionsupport;

import org.jspecify.annotations.NullMarked;
