/** What is known of the children, people, accounts and harm of a concern, as it was told. */
@NullMarked
package org.teestriage.concern.facts;

import org.jspecify.annotations.NullMarked;
