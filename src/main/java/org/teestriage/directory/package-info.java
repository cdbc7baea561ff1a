/** Reference data with dates: hubs, authorities, partners, platforms, postcodes. */
@NullMarked
package org.teestriage.directory;

import org.jspecify.annotations.NullMarked;
