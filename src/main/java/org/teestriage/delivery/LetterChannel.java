package org.teestriage.delivery;

import org.teestriage.directory.Transport;

public interface LetterChannel {

    Transport wire();

    /** Returns within the attempt timeout, whatever the partner does. */
    DeliveryResult send(DeliveryJob parcel);
}
