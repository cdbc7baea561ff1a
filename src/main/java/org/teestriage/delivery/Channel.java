package org.teestriage.delivery;

import org.teestriage.directory.Wire;

/** One way on which a machine brings letters to partners. It answers within the courier's budget, whatever the partner does. */
public interface Channel {

    Wire wire();

    Outcome send(Parcel parcel);
}
