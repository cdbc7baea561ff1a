/** Running a service call: the transaction with its retries, idempotent requests, and refusals. */
@NullMarked
package org.teestriage.platform.transaction;

import org.jspecify.annotations.NullMarked;
