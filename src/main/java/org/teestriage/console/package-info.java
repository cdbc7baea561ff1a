/** The operator's console: commands that run beside the service, on the same database, without opening its doors. */
@NullMarked
package org.teestriage.console;

import org.jspecify.annotations.NullMarked;
