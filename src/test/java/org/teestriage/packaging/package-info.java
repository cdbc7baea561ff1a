/** What goes out of the house: checks of the packaged service, run by {@code mvn verify} after packaging. */
@NullMarked
package org.teestriage.packaging;

import org.jspecify.annotations.NullMarked;
