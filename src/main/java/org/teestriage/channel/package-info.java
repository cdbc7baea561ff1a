/** The wires: how a letter is posted by HTTPS or mail, to configured partners and nowhere else. */
@NullMarked
package org.teestriage.channel;

import org.jspecify.annotations.NullMarked;
