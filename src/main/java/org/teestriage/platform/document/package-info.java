/** Files that leave the service: attachments, PDF, and hashes. */
@NullMarked
package org.teestriage.platform.document;

import org.jspecify.annotations.NullMarked;
