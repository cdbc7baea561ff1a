package org.teestriage.concern.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.amendment.FactsEditor;
import org.teestriage.letter.content.ConcerningChild;
import org.teestriage.platform.persistence.Json;

class AllegationTest {

    private static final String TWO_CHILDREN = """
            {"urgency": {"dangerNow": "NO", "selfHarmOrSuicide": "NO", "meetingArranged": "NO", "abuseLive": "NO",
              "childWithSuspect": "NO"},
             "referrer": {"name": "Pat Example", "email": "pat@example.org"},
             "children": [{"name": "Robin"}, {"name": "Jamie"}],
             "account": [{"kind": "FACT", "text": "Messages at night."}],
             "suspects": [{"realName": "Mr A. Nonymous", "worksWithChildren": "YES", "allegation": %s}]}
            """;

    private static final String ABOUT_JAMIE = """
            {"alleged": "Asked Jamie for pictures", "about": [2], "happened": "May", "ownChildren": "YES",
             "ownChildrenWho": "Toby, 4"}
            """;

    private static Facts facts(String allegation) {
        return Json.read(TWO_CHILDREN.formatted(allegation), Facts.class);
    }

    private static @Nullable Allegation toldAbout(int child, String allegation) {
        return new ConcerningChild(facts(allegation), child)
                .facts()
                .suspects()
                .get(0)
                .allegation();
    }

    @Test
    void whatIsAllegedAboutOneChildIsNotToldInTheReferralOfAnother() {
        Allegation robin = Objects.requireNonNull(toldAbout(1, ABOUT_JAMIE));
        assertThat(robin.alleged()).isNull();
        assertThat(robin.happened()).isNull();
        assertThat(robin.ownChildrenWho())
                .as("children of the person concern every referral")
                .isEqualTo("Toby, 4");
        assertThat(Objects.requireNonNull(toldAbout(2, ABOUT_JAMIE)).alleged()).isEqualTo("Asked Jamie for pictures");
    }

    @Test
    void anAllegationIsAboutChildrenOfTheConcern() {
        assertThat(facts("{\"about\": [3]}").flaws())
                .anyMatch(flaw -> flaw.field().equals("suspects[0].allegation.about"));
        assertThat(facts(ABOUT_JAMIE).flaws()).noneMatch(flaw -> flaw.field().startsWith("suspects[0].allegation"));
    }

    @Test
    void theEmployerCannotHaveLearntOfItInTheFuture() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        Allegation later = Json.read("{\"employerKnewAt\": \"2026-03-02T10:05:00Z\"}", Allegation.class);
        assertThat(later.flawsAt(now)).hasSize(1);
        assertThat(later.flawsAt(now.plusSeconds(300))).isEmpty();
    }

    @Test
    void aCorrectionOfThePersonThatLeavesTheAllegationOutKeepsIt() {
        FactsEditor editor = new FactsEditor(facts(ABOUT_JAMIE), facts(ABOUT_JAMIE));
        editor.correct("suspects", 1, Json.read("{\"realName\": \"Alan Nonymous\"}", Suspect.class));
        Suspect corrected = editor.fields().facts().suspects().get(0);
        assertThat(corrected.realName()).isEqualTo("Alan Nonymous");
        assertThat(Objects.requireNonNull(corrected.allegation()).about()).containsExactly(2);
    }

    @Test
    void factsWithoutAllegationAndHistoryHaveTheBytesOfTheReleaseBefore() {
        assertThat(Json.write(Json.read("{\"realName\": \"A\"}", Suspect.class)))
                .isEqualTo("{\"identities\":[],\"realName\":\"A\"}");
    }
}
