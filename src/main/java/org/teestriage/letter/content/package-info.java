/** What each partner is told, in words and for machines. */
@NullMarked
package org.teestriage.letter.content;

import org.jspecify.annotations.NullMarked;
