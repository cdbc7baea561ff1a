package org.teestriage.canary.web.pages;

import io.quarkus.security.identity.SecurityIdentity;

/** Reads the security identity outside the packages that may. */
record KnowsHowPeopleSignIn(SecurityIdentity identity) {}
