/** Who and where, with dates: authorities, the hubs that serve them, their telephones, and which authority a postcode belongs to. */
@NullMarked
package org.teestriage.directory;

import org.jspecify.annotations.NullMarked;
