package org.teestriage.directory;

public enum Transport {
    /** Signed JSON. */
    HTTPS,
    MAIL,
    /** A user delivers the letter and records the partner's reference. */
    PERSON
}
