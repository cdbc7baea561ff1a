/** Printing: a document of the service's sentences and typed text, as plain text, HTML and tagged PDF. */
@NullMarked
package org.teestriage.platform.print;

import org.jspecify.annotations.NullMarked;
