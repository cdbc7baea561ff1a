package org.teestriage.delivery;

/** Writes down what became of letters, each in a transaction of its own, and calls a person where no machine gets further. */
public interface Bookkeeper {

    void ended(DeliveryJob parcel, DeliveryResult outcome);

    /** Calls a person for every letter whose receipt is overdue; says for how many. */
    int chase();
}
