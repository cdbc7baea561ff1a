/** The container image: what is in it, and how it runs. */
@NullMarked
package org.teestriage.packaging.image;

import org.jspecify.annotations.NullMarked;
