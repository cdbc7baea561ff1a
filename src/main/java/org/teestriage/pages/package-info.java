/** The HTML front door. It asks the desk, as the JSON one does, and never the other door. */
@NullMarked
package org.teestriage.pages;

import org.jspecify.annotations.NullMarked;
