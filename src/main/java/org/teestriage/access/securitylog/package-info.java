/** Security events for operators: failed sign-ins and denied requests. */
@NullMarked
package org.teestriage.access.securitylog;

import org.jspecify.annotations.NullMarked;
