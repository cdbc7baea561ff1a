package org.teestriage.concern.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.concern.facts.Images;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Spread;
import org.teestriage.testing.client.FactsYaml;

class FactFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "call: {takenBy: Kim Officer, at: 2026-09-22T08:00:00Z}",
                "kinds: [GROOMING, NOT_SURE]\nchannels: [VIDEO_CALL]\ncontactContinuing: YES",
                "children: [{name: Robin Sample, dateOfBirth: 2014-02-01, address: {lines: '1 Made Up Street', postcode: TS24 7AA}, knownWorkers: [{name: A}, {name: B}]}, {name: Jo Sample, estimatedAge: 9}]",
                "suspects: [{realName: A B, identities: [{platform: Chat, handle: a1}, {platform: Game, handle: a2}]}, {claimedName: C}]",
                "images: {exist: YES, childUnder13: NO}\nconsents: {toSharing: {given: NO, missingBecause: RISK_TO_CHILD}}",
                "devices: [{description: Phone, secured: YES}]\npoliceContact: {rung: RANG_999, at: 2026-09-22T08:00:00Z}"
            })
    void fieldsHoldEveryValueOfTheFacts(String changes) {
        Facts facts = FactsYaml.facts(changes);
        assertThat(FactFields.of(facts).facts()).isEqualTo(facts);
    }

    @Test
    void aFieldIsKnownByItsPathAndAnEntryOfASetByItsCode() {
        assertThat(FactFields.of(FactsYaml.facts(
                                "children: [{name: Robin Sample, address: {postcode: TS24 7AA}}]\nkinds: [GROOMING]"))
                        .copy())
                .containsEntry("children[0].name", "Robin Sample")
                .containsEntry("children[0].address.postcode", "TS24 7AA")
                .containsEntry("kinds[GROOMING]", "true");
    }

    @Test
    void undoingTheChangesRestoresTheFactsBefore() {
        FactFields before = FactFields.of(FactsYaml.facts("children: [{name: Robin}]\nkinds: [SEXTING]"));
        FactFields after = FactFields.of(
                FactsYaml.facts("children: [{name: Robin Sample}, {name: Jo Sample}]\nkinds: [GROOMING]"));
        List<FieldChange> changes = before.changesTo(after);
        assertThat(before.after(changes)).isEqualTo(after);
        assertThat(after.before(changes)).isEqualTo(before);
        assertThat(changes)
                .contains(
                        new FieldChange("children[0].name", "Robin", "Robin Sample"),
                        new FieldChange("children[1].name", null, "Jo Sample"),
                        new FieldChange("kinds[GROOMING]", null, "true"),
                        new FieldChange("kinds[SEXTING]", "true", null));
    }

    @Test
    void aMemberWithoutValuesKeepsItsPlace() {
        Facts facts = FactsYaml.facts("suspects: [{}, {realName: A B}]");
        assertThat(FactFields.of(facts).facts().suspects()).hasSize(2);
    }

    @Test
    void anAccountOfAnEarlierReleaseIsCorrectedByItsPlaceAmongTheReportableOnes() {
        Facts stored = FactsYaml.facts("suspects: [{identities: [{handle: no platform}, {platform: Chat, handle: a},"
                + " {platform: Game, handle: b}]}]");
        AmendmentRequest request = FactsYaml.as(AmendmentRequest.class, """
                saidBy: Pat Example
                why: Misread
                accounts: [{operation: CORRECT, number: 2, account: {platform: Game, handle: b_2}}]
                """);
        Facts corrected = request.applyTo(stored, stored).facts();
        assertThat(corrected.account(2).handle()).isEqualTo("b_2");
        assertThat(corrected.account(1).handle()).isEqualTo("a");
    }

    @Test
    void answersAboutImagesLeaveTheTimesTheyWereSeenAgain() {
        Facts told = FactsYaml.facts(
                "images: {exist: YES, heldBy: A cousin, spread: {sentTo: [ONE_PERSON], seenAgain: [{where: A board}]}}");
        AmendmentRequest request = FactsYaml.as(AmendmentRequest.class, """
                saidBy: Pat Example
                images: [{images: {exist: YES, spread: {sentTo: [PUBLIC_SITE]}}}]
                seenAgain: [{operation: ADD, sighting: {on: 2026-09-21, where: Another board}}]
                """);
        Images amended =
                Objects.requireNonNull(request.applyTo(told, told).facts().images());
        assertThat(amended.heldBy()).isNull();
        assertThat(Objects.requireNonNull(amended.spread()).sentTo()).containsExactly(Spread.SentTo.PUBLIC_SITE);
        assertThat(amended.sightings()).extracting(Spread.Sighting::where).containsExactly("A board", "Another board");
    }

    @Test
    void accountsKeepTheirNumberWhenAnotherIsAddedBeforeThem() {
        Facts two = FactsYaml.facts("suspects: [{identities: [{platform: Chat, handle: a}]},"
                        + " {identities: [{platform: Game, handle: b}, {handle: without a platform}]}]")
                .numbered();
        FactsEditor editor = new FactsEditor(two, two);
        editor.add("suspects[0].identities", FactsYaml.as(OnlineIdentity.class, "{platform: Photos, handle: c}"), 30);
        assertThat(editor.fields().facts().numbered().accounts())
                .extracting(Facts.Account::number, account -> account.identity().handle())
                .containsExactly(tuple(1, "a"), tuple(2, "b"), tuple(4, "c"));
    }
}
