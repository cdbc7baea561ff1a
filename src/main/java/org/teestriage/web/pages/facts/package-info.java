/** Pages that show the facts with their history, and forms that add to, correct or withdraw them. */
@NullMarked
package org.teestriage.web.pages.facts;

import org.jspecify.annotations.NullMarked;
