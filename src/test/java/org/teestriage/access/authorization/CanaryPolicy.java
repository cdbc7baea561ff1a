package org.teestriage.access.authorization;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who sees what: the table of {@code docs/security.md} as data. */
final class CanaryPolicy {

    /** What is protected. */
    enum Kind {
        REFERENCE("that the concern exists"),
        SENT("what the referrer told"),
        CONTENT("what the hub wrote of it"),
        FEEDBACK("feedback in the hub's own words"),
        REFERRER("who a confidential referrer is"),
        PLACEMENT("address of a looked-after child"),
        SUSPECTS_WORK("the work of a suspect"),
        LADO("LADO content"),
        LADO_BRANCH("that a LADO branch exists"),
        RESTRICTED_REFERENCE("that a restricted concern exists"),
        RESTRICTED_CONTENT("its content, restricted");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }
    }

    enum Reader {
        RAISING_REFERRER("referrer who raised it"),
        SAFEGUARDING_LEAD("safeguarding lead of the same agency"),
        COLLEAGUE("referrer of the same agency"),
        OTHER_REFERRER("referrer of another agency"),
        NAMED_OFFICER("officer of the hub, named"),
        UNNAMED_OFFICER("officer of the hub, not named"),
        NAMED_MANAGER("manager of the hub, named"),
        UNNAMED_MANAGER("manager of the hub, not named"),
        OTHER_OFFICER("officer of another hub"),
        OTHER_MANAGER("manager of another hub"),
        DUTY_TEAM_BY_DAY("Emergency Duty Team while the hub is open"),
        OVERSEEING_MANAGER("manager of a user with emergency access"),
        CHILD_IN_DANGER("emergency access: child in danger"),
        COVERING_FOR_A_HUB("emergency access: covering for a hub"),
        SAME_CHILD_OR_SUSPECT("emergency access: same child or person of concern"),
        POLICE_OR_COURT("emergency access: police or court"),
        EXCLUDED_OFFICER("officer of the hub, excluded"),
        EXCLUDED_MANAGER("manager of the hub, excluded"),
        AUDITOR("auditor"),
        OPERATOR("operator"),
        ANONYMOUS("not signed in");

        private final String title;

        Reader(String title) {
            this.title = title;
        }

        boolean sees(Kind kind) {
            return seenBy(this).contains(kind);
        }

        String title() {
            return title;
        }
    }

    private CanaryPolicy() {}

    private static Set<Kind> seenBy(Reader reader) {
        return switch (reader) {
            case RAISING_REFERRER ->
                EnumSet.of(
                        Kind.REFERENCE,
                        Kind.SENT,
                        Kind.FEEDBACK,
                        Kind.SUSPECTS_WORK,
                        Kind.RESTRICTED_REFERENCE,
                        Kind.RESTRICTED_CONTENT);
            case SAFEGUARDING_LEAD -> EnumSet.of(Kind.REFERENCE, Kind.SENT, Kind.FEEDBACK);
            case COLLEAGUE,
                    OTHER_REFERRER,
                    OTHER_OFFICER,
                    OTHER_MANAGER,
                    DUTY_TEAM_BY_DAY,
                    EXCLUDED_OFFICER,
                    EXCLUDED_MANAGER,
                    OPERATOR,
                    ANONYMOUS -> EnumSet.noneOf(Kind.class);
            case NAMED_OFFICER, NAMED_MANAGER -> EnumSet.allOf(Kind.class);
            case UNNAMED_OFFICER, UNNAMED_MANAGER ->
                EnumSet.of(Kind.REFERENCE, Kind.SENT, Kind.CONTENT, Kind.FEEDBACK, Kind.REFERRER, Kind.PLACEMENT);
            case OVERSEEING_MANAGER -> EnumSet.of(Kind.REFERENCE);
            case CHILD_IN_DANGER -> EnumSet.complementOf(EnumSet.of(Kind.REFERRER));
            case COVERING_FOR_A_HUB, SAME_CHILD_OR_SUSPECT, POLICE_OR_COURT ->
                EnumSet.of(
                        Kind.REFERENCE,
                        Kind.SENT,
                        Kind.CONTENT,
                        Kind.FEEDBACK,
                        Kind.RESTRICTED_REFERENCE,
                        Kind.RESTRICTED_CONTENT);
            case AUDITOR -> EnumSet.of(Kind.REFERENCE, Kind.LADO_BRANCH, Kind.RESTRICTED_REFERENCE);
        };
    }

    /** The table as the documentation shows it. */
    static List<String> markdown() {
        String heading = Stream.concat(
                        Stream.of("reader"), Arrays.stream(Kind.values()).map(kind -> kind.heading))
                .collect(Collectors.joining(" | ", "| ", " |"));
        String line = "|---".repeat(Kind.values().length + 1) + "|";
        return Stream.concat(
                        Stream.of(heading, line), Arrays.stream(Reader.values()).map(reader -> Stream.concat(
                                        Stream.of(reader.title),
                                        Arrays.stream(Kind.values()).map(kind -> reader.sees(kind) ? "yes" : "–"))
                                .collect(Collectors.joining(" | ", "| ", " |"))))
                .toList();
    }
}
