/** Pages for managers, auditors and operators. */
@NullMarked
package org.teestriage.web.pages.oversight;

import org.jspecify.annotations.NullMarked;
