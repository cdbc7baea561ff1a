/** Test support: servers, clients, browsers and invariants. */
@NullMarked
package org.teestriage.testing;

import org.jspecify.annotations.NullMarked;
