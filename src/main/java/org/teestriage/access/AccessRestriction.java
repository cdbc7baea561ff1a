package org.teestriage.access;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.platform.text.NameMatcher;

/**
 * Information barrier for one concern, or for its LADO branch.
 *
 * @param subject a user name, or the name of a person or place, depending on the kind
 * @param hubs of an excluded workplace: the hubs that are this place, or whose staff come from it
 */
public record AccessRestriction(Kind kind, String subject, Set<String> hubs) {

    public AccessRestriction {
        hubs = Set.copyOf(hubs);
    }

    public AccessRestriction(Kind kind, String subject) {
        this(kind, subject, Set.of());
    }

    @Schema(name = "RestrictionKind")
    public enum Kind {
        /** This user sees nothing, whatever the role: conflict of interest. */
        EXCLUDED_USER,
        /** Users with this name: a suspect's, or that of a person with a conflict of interest. */
        EXCLUDED_NAME,
        /** Users who act for this place, where a suspect works, and staff of hubs whose staff come from it. */
        EXCLUDED_WORKPLACE,
        /** All users except those named. */
        NAMED,
        /** All users except those named, for everything that concerns the LADO. */
        NAMED_FOR_LADO,
        /** For everything that concerns the LADO: all but staff of the hubs of the concern, and the person who raised it. */
        LADO_AT_THE_HUBS
    }

    boolean excludes(Officer officer) {
        return switch (kind) {
            case EXCLUDED_USER -> subject.equals(officer.user());
            case EXCLUDED_NAME -> NameMatcher.samePerson(subject, officer.name());
            case EXCLUDED_WORKPLACE ->
                officer.hubs().stream().anyMatch(hubs::contains)
                        || (officer.agency() != null && NameMatcher.samePlace(subject, officer.agency()));
            case NAMED, NAMED_FOR_LADO, LADO_AT_THE_HUBS -> false;
        };
    }

    /** Whether the subject is the name or the workplace of a suspect, not a user. */
    public boolean isAboutASuspect() {
        return kind == Kind.EXCLUDED_NAME || kind == Kind.EXCLUDED_WORKPLACE;
    }

    /** Whether the existence of the restriction reveals that a suspect works with children. */
    public boolean revealsLado() {
        return switch (kind) {
            case NAMED_FOR_LADO, LADO_AT_THE_HUBS, EXCLUDED_WORKPLACE -> true;
            case EXCLUDED_USER, EXCLUDED_NAME, NAMED -> false;
        };
    }
}
