package org.teestriage.canary.casework.casefile;

import org.teestriage.platform.transaction.Transactions;

/** A bean that runs transactions and does not say so by its name. */
record RunsTransactions(Transactions transactions) {}
