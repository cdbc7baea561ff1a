package org.teestriage.access;

/**
 * What a user has to do beside their role.
 *
 * @param safeguardingLead whether a referrer is the designated safeguarding lead of the agency, who sees all its concerns
 */
public record Duties(boolean safeguardingLead) {

    public static final Duties NONE = new Duties(false);
}
