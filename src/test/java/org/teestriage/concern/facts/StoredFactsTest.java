package org.teestriage.concern.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.concern.amendment.FactFields;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.FactsYaml;

/** Facts as each release stored them. {@code released.jsonl} holds the bytes that the first release wrote. */
class StoredFactsTest {

    static Stream<String> released() throws IOException {
        try (var stored = StoredFactsTest.class.getResourceAsStream("/facts/released.jsonl")) {
            return new String(Objects.requireNonNull(stored).readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void theReleasedFormIsReadWithWhatCountsForEachChild(String stored) {
        Facts facts = StoredFacts.read(stored);
        assertThat(facts.version()).isEqualTo(StoredFacts.VERSION);
        assertThat(facts.people()).isEmpty();
        assertThat(facts.overallUrgency()).isEqualTo(facts.urgency());
        assertThat(facts.account()).allMatch(statement -> statement.isAbout(1));
        for (int number = 1; number <= facts.children().size(); number++) {
            assertThat(facts.children().get(number - 1).harmed()).isTrue();
            assertThat(facts.urgencyOf(number)).isEqualTo(facts.urgency());
            assertThat(facts.consentsOf(number)).isEqualTo(facts.consents());
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void aRequestInTheReleasedFormIsHashedAsBefore(String stored) {
        assertThat(Json.write(Json.read(stored, Facts.class))).isEqualTo(stored);
    }

    @Test
    void thePresentFormIsReadAsItWasWritten() {
        Facts facts = FactsYaml.facts("""
                children: [{name: Robin, roles: [ALLEGED_TO_HAVE_HARMED], answers: {dangerNow: NO}}, {name: Jo}]
                people: [{role: SIBLING, name: Max, about: [2, 1]}]
                account: [{kind: FACT, text: Cried, about: [2]}]
                """).inPresentForm();
        assertThat(StoredFacts.read(Json.write(facts))).isEqualTo(facts);
        assertThat(FactFields.of(facts).facts()).isEqualTo(facts);
    }

    @Test
    void factsOfALaterReleaseAreNotGuessedAt() {
        String later = Json.write(FactsYaml.facts("version: 3"));
        assertThatIllegalStateException().isThrownBy(() -> StoredFacts.read(later));
    }
}
