package org.teestriage.canary.web.pages;

import jakarta.persistence.EntityManager;

/** A front door that goes round the desk. */
record ReadsTheDatabase(EntityManager entities) {}
