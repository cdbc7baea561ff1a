package org.teestriage.platform.text;

/** A record with identifiers that readers get in words. */
public interface ForReaders {

    /** The same record with words in place of identifiers. */
    Record forReaders();
}
