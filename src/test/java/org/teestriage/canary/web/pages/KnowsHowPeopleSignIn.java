package org.teestriage.canary.web.pages;

import io.quarkus.security.identity.SecurityIdentity;

/** A second reader of who is there. */
record KnowsHowPeopleSignIn(SecurityIdentity identity) {}
