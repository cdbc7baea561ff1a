/** The content of the container image and how it runs. */
@NullMarked
package org.teestriage.packaging.image;

import org.jspecify.annotations.NullMarked;
