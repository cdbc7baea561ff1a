package org.teestriage.canary.web.pages;

import jakarta.persistence.EntityManager;

/** A front end that bypasses the services. */
record ReadsTheDatabase(EntityManager entities) {}
