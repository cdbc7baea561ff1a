package org.teestriage.directory;

/** How a letter reaches a partner: signed JSON over HTTPS, mail, or a person who does it and records the reference. */
public enum Transport {
    HTTPS,
    MAIL,
    PERSON
}
