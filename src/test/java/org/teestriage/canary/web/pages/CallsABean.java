package org.teestriage.canary.web.pages;

import org.teestriage.access.authorization.ConcernAccess;

/** A front door that reads a concern past the services. */
record CallsABean(ConcernAccess concerns) {}
