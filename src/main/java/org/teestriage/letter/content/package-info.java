@NullMarked
package org.teestriage.letter.content;

import org.jspecify.annotations.NullMarked;
