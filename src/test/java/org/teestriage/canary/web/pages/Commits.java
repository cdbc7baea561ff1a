package org.teestriage.canary.web.pages;

import jakarta.transaction.Transactional;

/** A front door that decides what is one transaction. */
class Commits {

    @Transactional
    void commit() {}
}
