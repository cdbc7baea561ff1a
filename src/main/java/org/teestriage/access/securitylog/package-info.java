/** Failed sign-ins, and who was turned away. */
@NullMarked
package org.teestriage.access.securitylog;

import org.jspecify.annotations.NullMarked;
