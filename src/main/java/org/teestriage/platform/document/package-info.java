/** Files that leave the service and files that configure it: attachments, hashes. */
@NullMarked
package org.teestriage.platform.document;

import org.jspecify.annotations.NullMarked;
