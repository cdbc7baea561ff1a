/** The JSON front door: validated records in, records out. It asks the desk for everything and decides nothing. */
@NullMarked
package org.teestriage.api;

import org.jspecify.annotations.NullMarked;
