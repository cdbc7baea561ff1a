package org.teestriage.testing.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.server.TestDatabase;

/**
 * I10: the letters of an open concern follow its facts. Which addition concerns which recipient is judged here by the kind of
 * addition and the changed fields, apart from the texts that the service compares.
 */
final class LetterInvariant {

    private static final String PERSON =
            "suspects\\[%s]\\.(claimedName|realName|ageGroup|worksWithChildren|workplace\\.name)";
    private static final String CHILD =
            "children\\[%s]\\.(name|dateOfBirth|estimatedAge|school|missing|lookedAfter|address\\.postcode)";
    private static final String KIND = "|kinds\\[.*";
    private static final String ANY = "\\d+";

    private final Connection database;

    LetterInvariant(Connection database) {
        this.database = database;
    }

    private record Letter(
            String reference,
            String number,
            String purpose,
            String item,
            int edition,
            int factsRevision,
            String state,
            JsonNode facts) {

        /** The child of a referral who is known only as alleged to have harmed: less that was told concerns this child. */
        private boolean isOfAChildOnlyAlleged() {
            return purpose.equals("SOCIAL_CARE_REFERRAL")
                    && facts.at("/children/%d/roles".formatted(member() - 1))
                            .toString()
                            .equals("[\"ALLEGED_TO_HAVE_HARMED\"]")
                    && StreamSupport.stream(facts.path("suspects").spliterator(), false)
                            .anyMatch(suspect -> suspect.at("/peer/child").asInt() == member()
                                    && suspect.at("/peer/added").asBoolean());
        }

        private String place() {
            return "%s %s/%s".formatted(reference, purpose, item);
        }

        /** The number of the child, person or account, also in the item of a further place, such as {@code 1-now}. */
        private int member() {
            return Integer.parseInt(item.replaceFirst("-.*", ""));
        }

        private boolean isSettledWithoutSending() {
            return state.equals("NOT_NEEDED") || state.equals("REPLACED");
        }
    }

    private record Addition(int revision, String kind, JsonNode content) {

        private boolean concerns(Letter letter) {
            boolean toPlatform = letter.purpose().equals("PLATFORM_REPORT");
            return switch (kind) {
                case "DANGER" -> isAbout(content, letter);
                case "CALL" -> !toPlatform;
                case "INFORMATION" ->
                    !toPlatform
                            && StreamSupport.stream(content.path("account").spliterator(), false)
                                    .anyMatch(statement -> isAbout(statement, letter));
                default ->
                    StreamSupport.stream(content.path("changes").spliterator(), false)
                            .filter(change -> !words(change, "before").equals(words(change, "after")))
                            .anyMatch(change -> change.path("field").asText().matches(fields(letter)));
            };
        }

        /** A referral of a child tells what is about this child, or about all. */
        private static boolean isAbout(JsonNode told, Letter letter) {
            JsonNode about = told.path("about");
            return !letter.purpose().equals("SOCIAL_CARE_REFERRAL")
                    || (about.isEmpty() && !letter.isOfAChildOnlyAlleged())
                    || StreamSupport.stream(about.spliterator(), false)
                            .anyMatch(child -> child.asInt() == letter.member());
        }

        private static String words(JsonNode change, String value) {
            return change.path(value).asText("").strip();
        }

        private static String fields(Letter letter) {
            String index = letter.item().isEmpty() ? ANY : String.valueOf(letter.member() - 1);
            return switch (letter.purpose()) {
                case "POLICE_REPORT", "CEOP_REPORT" -> PERSON.formatted(ANY) + "|" + CHILD.formatted(ANY) + KIND;
                case "SOCIAL_CARE_REFERRAL" ->
                    (letter.isOfAChildOnlyAlleged() ? "" : PERSON.formatted(ANY) + "|") + CHILD.formatted(index) + KIND;
                case "LADO_REFERRAL" -> PERSON.formatted(index) + KIND;
                default -> KIND.substring(1);
            };
        }
    }

    /**
     * The latest edition of every letter was written from the last revision that concerns its recipient, or a later one; or
     * the report of a letter that went out is due again.
     */
    List<String> everyLetterFollowsTheFacts() {
        Map<String, List<Addition>> added = new HashMap<>();
        TestDatabase.rows(
                        database,
                        "SELECT n.reference, n.revision, n.kind, n.content FROM note n JOIN concern c"
                                + " ON c.reference = n.reference AND c.closed_at IS NULL ORDER BY n.revision")
                .forEach(row -> added.computeIfAbsent(row.get(0), reference -> new ArrayList<>())
                        .add(new Addition(
                                Integer.parseInt(row.get(1)), row.get(2), Json.read(row.get(3), JsonNode.class))));
        Set<String> due = new HashSet<>();
        TestDatabase.rows(
                        database,
                        "SELECT CONCAT(reference, ' ', CASE kind WHEN 'SOCIAL_CARE' THEN 'SOCIAL_CARE_REFERRAL'"
                                + " WHEN 'LADO' THEN 'LADO_REFERRAL' ELSE CONCAT(kind, '_REPORT') END, '/', item)"
                                + " FROM obligations WHERE state IN ('DUE', 'OPEN')")
                .forEach(row -> due.add(row.get(0)));
        List<String> broken = new ArrayList<>();
        for (Letter letter : latest()) {
            boolean dueAgain = !letter.state().equals("PREPARED") && due.contains(letter.place());
            added.getOrDefault(letter.reference(), List.of()).stream()
                    .filter(addition -> !letter.isSettledWithoutSending() && !dueAgain)
                    .filter(addition -> addition.revision() > letter.factsRevision() && addition.concerns(letter))
                    .reduce((older, newer) -> newer)
                    .ifPresent(
                            lacking -> broken.add("I10: letter %s of %s was written from revision %d, and revision %d"
                                            .formatted(
                                                    letter.number(),
                                                    letter.place(),
                                                    letter.factsRevision(),
                                                    lacking.revision())
                                    + " concerns its recipient"));
        }
        return broken;
    }

    private List<Letter> latest() {
        Map<String, Letter> latest = new HashMap<>();
        TestDatabase.rows(
                        database,
                        "SELECT l.reference, l.number, l.purpose, l.item, l.revision, l.facts_revision, l.state, c.facts"
                                + " FROM letter l JOIN concern c ON c.reference = l.reference AND c.closed_at IS NULL"
                                + " WHERE l.facts_revision IS NOT NULL ORDER BY l.revision")
                .stream()
                .map(row -> new Letter(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        Integer.parseInt(row.get(4)),
                        Integer.parseInt(row.get(5)),
                        row.get(6),
                        Json.read(row.get(7), JsonNode.class)))
                .forEach(letter -> latest.put(letter.place(), letter));
        return List.copyOf(latest.values());
    }
}
