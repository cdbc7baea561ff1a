package org.teestriage.delivery;

import org.teestriage.directory.Transport;

/** One way on which a machine brings letters to partners. It answers within the courier's budget, whatever the partner does. */
public interface LetterChannel {

    Transport wire();

    DeliveryResult send(DeliveryJob parcel);
}
