package org.teestriage.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.platform.text.NameMatcher;

/**
 * Something that keeps people out of one concern, or out of one branch of it.
 *
 * @param subject whom it is about: a user name, or the words of a person's or a place's name
 */
public record AccessRestriction(Kind kind, String subject) {

    /** Whom a restriction keeps out. */
    @Schema(name = "RestrictionKind")
    public enum Kind {
        /** This user sees nothing, whatever their role: a conflict of interest. */
        EXCLUDED_USER,
        /** Whoever has this name: a suspect. */
        EXCLUDED_NAME,
        /** Whoever acts for this place: a suspect works there. */
        EXCLUDED_WORKPLACE,
        /** Everybody but the users so named. */
        NAMED,
        /** Everybody but the users so named, out of what concerns the LADO. */
        NAMED_FOR_LADO
    }

    boolean excludes(Officer officer) {
        return switch (kind) {
            case EXCLUDED_USER -> subject.equals(officer.user());
            case EXCLUDED_NAME -> NameMatcher.samePerson(subject, officer.name());
            case EXCLUDED_WORKPLACE -> officer.agency() != null && NameMatcher.samePlace(subject, officer.agency());
            case NAMED, NAMED_FOR_LADO -> false;
        };
    }

    /** Whether to know of it is to know that somebody who works with children is suspected. */
    public boolean tellsOfTheLado() {
        return kind == Kind.NAMED_FOR_LADO || kind == Kind.EXCLUDED_WORKPLACE;
    }
}
