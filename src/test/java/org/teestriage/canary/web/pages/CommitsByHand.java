package org.teestriage.canary.web.pages;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The same without the annotation. */
class CommitsByHand {

    void commit() {
        QuarkusTransaction.begin();
    }
}
