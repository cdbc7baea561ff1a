/** The content of a concern as it was submitted: children, people, accounts and harm. */
@NullMarked
package org.teestriage.concern.facts;

import org.jspecify.annotations.NullMarked;
