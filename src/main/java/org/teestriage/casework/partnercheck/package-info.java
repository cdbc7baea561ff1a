/** Partner checks: what is due, was asked and was answered about each child. */
@NullMarked
package org.teestriage.casework.partnercheck;

import org.jspecify.annotations.NullMarked;
