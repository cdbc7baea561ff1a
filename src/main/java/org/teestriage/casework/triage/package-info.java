/** Raises concerns, decides their steps, and accepts amendments, hub moves, duplicates and status enquiries. */
@NullMarked
package org.teestriage.casework.triage;

import org.jspecify.annotations.NullMarked;
