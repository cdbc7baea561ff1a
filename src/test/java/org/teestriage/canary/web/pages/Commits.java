package org.teestriage.canary.web.pages;

import jakarta.transaction.Transactional;

/** A front end that starts a transaction by annotation. */
class Commits {

    @Transactional
    void commit() {}
}
