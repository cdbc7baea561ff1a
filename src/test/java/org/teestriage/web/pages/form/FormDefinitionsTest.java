package org.teestriage.web.pages.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.web.pages.form.FormField.Code;
import org.teestriage.web.pages.form.FormField.Condition;

class FormDefinitionsTest {

    private static void assertRefused(Class<?> type, String labels, String... mistakes) {
        String mistake = String.join("\n", mistakes);
        assertThatThrownBy(() -> new FormDefinitions(List.of(LabelledTypes.of(type)), Voyage.labels(labels)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Forms cannot be built from their records and words.properties:\n" + mistake);
    }

    @Test
    void aFormHasTheComponentsOfItsRecordInTheirOrder() {
        assertThat(Voyage.definition().fields())
                .extracting(FormField::name, FormField::type)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"ship\", LINE)",
                        "(\"log\", TEXT)",
                        "(\"crew\", NUMBER)",
                        "(\"cargo\", CHOICE)",
                        "(\"otherCargo\", LINE)",
                        "(\"insured\", CHOICE)",
                        "(\"perils\", CHOICES)",
                        "(\"built\", DAY)",
                        "(\"sailedAt\", MOMENT)",
                        "(\"reference\", LINE)",
                        "(\"from\", GROUP)",
                        "(\"calls\", GROUPS)");
    }

    @Test
    void aFieldHasItsLabels() {
        FormField ship = Voyage.definition().at("ship");
        assertThat(List.of(ship.label(), String.valueOf(ship.hint()), ship.told()))
                .containsExactly("Which ship?", "Her name.", "Ship");
        FormField log = Voyage.definition().at("log");
        assertThat(List.of(log.label(), String.valueOf(log.hint()), log.told())).containsExactly("Log", "null", "Log");
        assertThat(Voyage.definition().at("crew").told()).isEmpty();
        assertThat(Voyage.definition().at("calls").one()).isEqualTo("Port");
        assertThat(Voyage.definition().at("cargo").codes())
                .containsExactly(new Code("COAL", "Coal", "Or coke."), new Code("OTHER", "Something else", null));
        assertThat(Voyage.definition().at("insured").codes())
                .containsExactly(new Code("true", "Yes", null), new Code("false", "No", null));
        assertThat(Voyage.definition().at("perils").codes())
                .extracting(Code::label)
                .containsExactly("Fog", "Ice");
    }

    @Test
    void aFieldHasItsRequiredFlagAndItsMaximum() {
        assertThat(Voyage.definition().fields().stream().filter(FormField::required))
                .extracting(FormField::name)
                .containsExactly("ship", "cargo");
        assertThat(Voyage.definition().at("calls").most()).isEqualTo(3);
        assertThat(Voyage.definitions().mostOf("calls[0].calls")).isEqualTo(3);
        assertThat(Voyage.definitions().mostOf("others")).isEqualTo(100);
    }

    @Test
    void theLargestMaximumOfListsWithTheSameNameCounts() {
        FormDefinitions definitions = new FormDefinitions(
                List.of(LabelledTypes.of(Voyage.class), LabelledTypes.of(Race.class)),
                Voyage.labels(Voyage.LABELS
                        + "FormDefinitionsTest.Race.calls=Buoys\nFormDefinitionsTest.Race.calls.one=Buoy"));
        assertThat(definitions.mostOf("calls")).isEqualTo(5);
    }

    /** Has a list with the same name as that of Voyage. */
    record Race(@Size(max = 5) List<Voyage.Port> calls) {}

    @Test
    void aConditionHasTheLabelOfItsAnswer() {
        assertThat(Voyage.definition().at("otherCargo").asked())
                .isEqualTo(new Condition("cargo", "OTHER", "Something else"));
        assertThat(Voyage.definition().at("calls[7].customs").asked())
                .isEqualTo(new Condition("abroad", "true", "Yes"));
        assertThat(Voyage.definition().at("ship").asked()).isNull();
    }

    @Test
    void fieldsAreFoundByTheirPath() {
        assertThat(Voyage.definition().at("calls[2].customs.officer").label()).isEqualTo("Who came on board?");
        assertThat(Voyage.definition().at("from.name").label()).isEqualTo("Name of the port");
        for (String none : List.of("", "captain", "calls[0].captain", "ship.name", "from.")) {
            assertThatThrownBy(() -> Voyage.definition().at(none))
                    .as(none)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(none);
        }
        assertThat(Voyage.definition().groupsOf(Voyage.Port.class)).containsExactly("from");
        assertThat(Voyage.definition().groupsOf(Voyage.Customs.class)).containsExactly("from.customs");
    }

    @Test
    void nestedRecordsHaveAFormAndUnlistedRecordsHaveNone() {
        assertThat(Voyage.definitions().of(Voyage.Customs.class).fields())
                .extracting(FormField::name)
                .containsExactly("officer");
        assertThatThrownBy(() -> Voyage.definitions().of(Race.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Race")
                .hasMessageContaining("LabelledTypes");
    }

    @Test
    void aMissingLabelIsRefused() {
        Map.of(
                        "Voyage.log=Log", "Voyage.log",
                        "Voyage.calls.one=Port", "Voyage.calls.one",
                        "Voyage.Peril.ICE=Ice", "Voyage.Peril.ICE",
                        "Voyage.Customs.officer=Who came on board?", "Voyage.Customs.officer")
                .forEach((line, key) -> {
                    String mistake = "%s has no label: add %s=... to words.properties".formatted(key, key);
                    assertRefused(Voyage.class, Voyage.LABELS.replace(line + "\n", ""), mistake);
                    assertRefused(Voyage.class, Voyage.LABELS.replace(line, key + "="), mistake);
                });
        assertRefused(
                Voyage.Peril.class,
                "Voyage.Peril.ICE=Ice",
                "Voyage.Peril.FOG has no label: add Voyage.Peril.FOG=... to words.properties");
    }

    @Test
    void anUnusedLabelIsRefused() {
        for (String key : List.of("Voyage.rudder", "Voyage.Peril.FOG.told", "Voyage.ship.one", "Ship.name")) {
            assertRefused(
                    Voyage.class,
                    Voyage.LABELS + key + "=Word",
                    ("%s is an unused label: remove it from words.properties, or list its type in the"
                                    + " LabelledTypes of its pages")
                            .formatted(key));
        }
    }

    /** Conditions that name no field or no answer. */
    record Wrong(
            @AskedWhen(field = "colour", is = "RED") @Nullable
            String unknown,

            @AskedWhen(field = "cargo", is = "WOOL") @Nullable
            String noConstant,

            @AskedWhen(field = "insured", is = "YES") @Nullable
            String noBoolean,

            @AskedWhen(field = "name", is = "Endeavour") @Nullable
            String noChoice,

            @AskedWhen(field = "itself", is = "COAL") Voyage.@Nullable Cargo itself,
            Voyage.@Nullable Cargo cargo,
            @Nullable Boolean insured,
            @Nullable String name) {}

    @Test
    void aConditionThatCannotBeMetIsRefused() {
        String labels = """
                FormDefinitionsTest.Wrong.unknown=A
                FormDefinitionsTest.Wrong.noConstant=A
                FormDefinitionsTest.Wrong.noBoolean=A
                FormDefinitionsTest.Wrong.noChoice=A
                FormDefinitionsTest.Wrong.itself=A
                FormDefinitionsTest.Wrong.cargo=A
                FormDefinitionsTest.Wrong.insured=A
                FormDefinitionsTest.Wrong.name=A
                Voyage.Cargo.COAL=A
                Voyage.Cargo.OTHER=A
                """;
        assertRefused(
                Wrong.class,
                labels,
                "FormDefinitionsTest.Wrong.itself is asked when itself is COAL, but FormDefinitionsTest.Wrong has no other"
                        + " component of that name: correct @AskedWhen",
                "FormDefinitionsTest.Wrong.noBoolean is asked when insured is YES, but that is none of its answers: name"
                        + " one of true, false in @AskedWhen",
                "FormDefinitionsTest.Wrong.noChoice is asked when name is Endeavour, but its answers are not chosen from a"
                        + " list: name an enum or a Boolean in @AskedWhen",
                "FormDefinitionsTest.Wrong.noConstant is asked when cargo is WOOL, but that is none of its answers: name one"
                        + " of COAL, OTHER in @AskedWhen",
                "FormDefinitionsTest.Wrong.unknown is asked when colour is RED, but FormDefinitionsTest.Wrong has no other"
                        + " component of that name: correct @AskedWhen");
    }

    /** Components of unsupported types. */
    record Unsupported(
            Duration length,
            int primitive,
            List<String> words,
            List<Voyage.Peril> listed,
            Set<Voyage.Customs> grouped,
            Map<String, String> pairs) {}

    @Test
    void anUnsupportedTypeIsRefused() {
        String asked = "use String, Integer, Boolean, LocalDate, Instant, Reference, an enum,"
                + " a Set of an enum, of String or of Integer,"
                + " a record or a List of a record";
        String record = "FormDefinitionsTest.Unsupported.";
        assertRefused(
                Unsupported.class,
                "",
                record
                        + "grouped has the unsupported type java.util.Set<org.teestriage.web.pages.form.Voyage$Customs>:"
                        + " " + asked,
                record + "length has the unsupported type java.time.Duration: " + asked,
                record
                        + "listed has the unsupported type java.util.List<org.teestriage.web.pages.form.Voyage$Peril>:"
                        + " " + asked,
                record + "pairs has the unsupported type java.util.Map<java.lang.String, java.lang.String>: " + asked,
                record + "primitive has the unsupported type int: " + asked,
                record + "words has the unsupported type java.util.List<java.lang.String>: " + asked);
        assertRefused(String.class, "", "String is neither a record nor an enum: only those have labels");
    }

    /** A list without a limit and a record that contains itself. */
    record Endless(List<Voyage.Customs> met, @Nullable Endless next) {}

    @Test
    void anUnlimitedListAndARecursiveFormAreRefused() {
        assertRefused(
                Endless.class,
                """
                FormDefinitionsTest.Endless.met=A
                FormDefinitionsTest.Endless.met.one=A
                FormDefinitionsTest.Endless.next=A
                Voyage.Customs.officer=A
                """,
                "FormDefinitionsTest.Endless.met is a list without a limit: add @Size(max = ...)",
                "FormDefinitionsTest.Endless.next contains FormDefinitionsTest.Endless again, so its form would be"
                        + " infinite: break the cycle");
    }
}
