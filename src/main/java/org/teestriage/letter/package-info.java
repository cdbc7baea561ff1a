/** Letters to partners: the record, its approval, and who may read it. */
@NullMarked
package org.teestriage.letter;

import org.jspecify.annotations.NullMarked;
