/** Who and where, as dated data: hubs, authorities, partners, platforms, postcodes. */
@NullMarked
package org.teestriage.directory;

import org.jspecify.annotations.NullMarked;
