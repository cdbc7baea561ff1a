package org.teestriage.canary.web.pages;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** A front end that starts a transaction programmatically. */
class CommitsByHand {

    void commit() {
        QuarkusTransaction.begin();
    }
}
