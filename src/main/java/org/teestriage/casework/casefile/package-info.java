/** Reading a concern: where it stands, its path, its timeline. */
@NullMarked
package org.teestriage.casework.casefile;

import org.jspecify.annotations.NullMarked;
