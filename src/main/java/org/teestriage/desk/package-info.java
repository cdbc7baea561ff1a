/** The desk: the one transactional door. Whoever wants something of a concern asks here, and gets records back. */
@NullMarked
package org.teestriage.desk;

import org.jspecify.annotations.NullMarked;
