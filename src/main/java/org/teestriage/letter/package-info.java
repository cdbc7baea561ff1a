/** Letters to partners: the record, its approval and its readers. */
@NullMarked
package org.teestriage.letter;

import org.jspecify.annotations.NullMarked;
