@NullMarked
package org.teestriage.access.securitylog;

import org.jspecify.annotations.NullMarked;
