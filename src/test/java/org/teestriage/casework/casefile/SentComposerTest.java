package org.teestriage.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.teestriage.testing.PlainConcerns.RECEIVED;
import static org.teestriage.testing.PlainConcerns.atTheChub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.SentView.Entry;
import org.teestriage.casework.casefile.SentView.What;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.persistence.Json;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;

/** Which entries of a timeline are the words of the agency. */
class SentComposerTest {

    private static final Signature RAISER = new Signature("robin", "Robin Raiser", "REFERRER", "northfield-school");
    private static final Signature COLLEAGUE = new Signature("cass", "Cass Colleague", "REFERRER", "northfield-school");
    private static final Signature HUB = new Signature("sam", "Sam Officer", "OFFICER", "chub");

    private final Concern concern = atTheChub("children: [{name: Jo, lookedAfter: YES}]");
    private final List<Timeline.Line> timeline = new ArrayList<>();

    private void entry(Signature by, Kind kind, String step, @Nullable Object details) {
        timeline.add(new Timeline.Line(
                new ChainLink("28T5-CY4T-Y", 1, EpochMicros.of(RECEIVED), by, kind, step, "", "A sentence.", "", ""),
                "hash",
                Optional.ofNullable(details).map(Json::write),
                Optional.of("salt")));
    }

    private SentView sent(Redaction redaction) {
        Officer raiser = new Officer("robin", "Robin Raiser", Role.REFERRER, "northfield-school", Set.of());
        AccessFacts ground =
                new AccessFacts("northfield-school", "robin", Set.of("chub"), List.of(), Set.of(), Set.of());
        return SentComposer.of(new ConcernReading(concern, raiser, ground, redaction), timeline);
    }

    private List<Entry> entries() {
        return sent(Redaction.NOTHING).entries();
    }

    @Test
    void theAgencysSubmissionsAreListedInOrderAndTheHubsAreNot() {
        entry(RAISER, Kind.RAISED, "", concern.facts());
        entry(HUB, Kind.INFORMED, "", Map.of("account", List.of()));
        entry(COLLEAGUE, Kind.INFORMED, "", Map.of("account", List.of()));
        entry(HUB, Kind.CALLED, "", Map.of("to", "POLICE_101"));
        entry(RAISER, Kind.CALLED, "", Map.of("to", "EMERGENCY_DUTY_TEAM"));
        entry(HUB, Kind.DANGER, "", Map.of("what", "The officer heard more."));
        entry(RAISER, Kind.DANGER, "", Map.of("what", "He is on his way."));
        entry(HUB, Kind.DECIDED, "written-concern", Map.of("facts", concern.facts()));
        entry(RAISER, Kind.DECIDED, "written-concern", Map.of("facts", concern.facts()));

        assertThat(entries())
                .extracting(Entry::what, Entry::by)
                .containsExactly(
                        tuple(What.CONCERN, "Robin Raiser"),
                        tuple(What.INFORMATION, "Cass Colleague"),
                        tuple(What.CALL, "Robin Raiser"),
                        tuple(What.DANGER, "Robin Raiser"),
                        tuple(What.WRITTEN_CONCERN, "Robin Raiser"));
        assertThat(entries().get(4).content()).isEqualTo(Json.tree(concern.facts()));
    }

    @Test
    void whatTheServiceRecordsInTheNameOfTheReferrerIsNoSubmission() {
        entry(RAISER, Kind.RATED, "", Map.of("priority", "RED"));
        entry(RAISER, Kind.ROUTED, "", List.of("Child 1: by postcode."));
        entry(RAISER, Kind.OPENED, "lado-referral", Map.of("due", "2026-09-23"));
        entry(RAISER, Kind.DANGER, "", Map.of("dangerNow", "YES"));
        entry(RAISER, Kind.ASKED, "", Map.of());
        entry(RAISER, Kind.WALLED, "", Map.of("kind", "EXCLUDED_NAME"));

        assertThat(entries()).isEmpty();
    }

    @Test
    void aPersonOfAHubReadsWhatThatPersonRaisedAndAddedAndDecidedNothingOfIt() {
        Signature raisedAtAHub = new Signature("robin", "Robin Raiser", "OFFICER", "chub");
        entry(raisedAtAHub, Kind.RAISED, "", concern.facts());
        entry(raisedAtAHub, Kind.INFORMED, "", Map.of("account", List.of()));
        entry(raisedAtAHub, Kind.DECIDED, "threshold-decision", Map.of("complexAbuse", true));

        assertThat(entries()).extracting(Entry::what).containsExactly(What.CONCERN, What.INFORMATION);
    }

    @Test
    void erasedWordsLeaveTheirPlaceEmpty() {
        entry(RAISER, Kind.RAISED, "", null);

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo(What.CONCERN);
            assertThat(entry.content()).isNull();
        });
    }

    @Test
    void aConfidentialReferrerAndTheAddressOfALookedAfterChildAreRedactedHereToo() {
        Redaction redaction = new Redaction(
                List.of(1),
                true,
                false,
                false,
                new Confidence().named("Robin Raiser", Confidence.THE_REFERRER),
                "robin",
                Set.of());
        entry(
                RAISER,
                Kind.RAISED,
                "",
                Map.of(
                        "referrer",
                        Map.of("name", "Robin Raiser", "phone", "01632 960001"),
                        "children",
                        List.of(Map.of("name", "Jo", "address", Map.of("postcode", "TS24 7ZZ"))),
                        "account",
                        List.of(Map.of("kind", "FACT", "text", "Robin Raiser saw it."))));

        SentView sent = sent(redaction);

        assertThat(sent.withheld()).hasSize(2);
        Entry entry = sent.entries().get(0);
        assertThat(entry.by()).isEqualTo(Confidence.THE_REFERRER);
        assertThat(((JsonNode) Objects.requireNonNull(entry.content())).toString())
                .contains("Jo", "The referrer saw it")
                .doesNotContain("Robin Raiser", "01632 960001", "TS24");
    }
}
