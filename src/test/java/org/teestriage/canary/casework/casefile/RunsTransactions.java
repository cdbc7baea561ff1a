package org.teestriage.canary.casework.casefile;

import org.teestriage.platform.transaction.Transactions;

/** Runs transactions without being a service. */
record RunsTransactions(Transactions transactions) {}
