/** Emergency access to a concern outside an officer's access, and its review. */
@NullMarked
package org.teestriage.casework.breakglass;

import org.jspecify.annotations.NullMarked;
