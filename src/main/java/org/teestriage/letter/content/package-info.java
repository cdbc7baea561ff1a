/** What each recipient is told: the text of a letter and its machine-readable attachments. */
@NullMarked
package org.teestriage.letter.content;

import org.jspecify.annotations.NullMarked;
