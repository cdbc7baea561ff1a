package org.teestriage.canary.web.pages;

import org.teestriage.access.authorization.ConcernAccess;

/** A front end that calls a bean which is no service. */
record CallsABean(ConcernAccess concerns) {}
