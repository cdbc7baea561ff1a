package org.teestriage.web.pages.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.wording.Choice;
import org.teestriage.testing.Growth;
import org.teestriage.web.pages.form.Form.Option;
import org.teestriage.web.pages.form.Form.Question;
import org.teestriage.web.pages.form.Form.When;

class FormTest {

    private static Form form(FormValues typed, Map<String, String> wrong) {
        return Form.of(Voyage.definition(), typed, wrong, "token");
    }

    private static Form form(FormValues typed) {
        return form(typed, Map.of());
    }

    private static Question one(Form form, String name) {
        return form.each(List.of(name)).get(0);
    }

    @Test
    void aQuestionShowsItsAnswer() {
        Form form = form(FormWriter.write(Voyage.definition(), Voyage.whole()));
        Question ship = one(form, "ship");
        assertThat(List.of(ship.shape(), ship.label(), ship.value(), String.valueOf(ship.describedBy())))
                .containsExactly("LINE", "Which ship?", "Endeavour", "ship-hint");
        assertThat(one(form, "sailedAt").part("time")).isEqualTo("09:05");
        assertThat(one(form, "built").part("year")).isEqualTo("1998");
        assertThat(one(form, "cargo").options())
                .containsExactly(
                        new Option("COAL", "Coal", "Or coke.", false),
                        new Option("OTHER", "Something else", null, true));
        assertThat(one(form, "perils").options()).extracting(Option::chosen).containsExactly(false, true);
        assertThat(one(form, "insured").options()).extracting(Option::chosen).containsExactly(false, true);
        assertThat(one(form, "calls[0].customs").inside())
                .extracting(Question::name, Question::value)
                .extracting(Object::toString)
                .containsExactly("(\"calls[0].customs.officer\", \"Nils Berg\")");
    }

    @Test
    void aConditionalQuestionNamesTheAnswerThatItDependsOn() {
        Form form = form(FormValues.NOTHING);
        assertThat(one(form, "otherCargo").when()).isEqualTo(new When("cargo", "OTHER", "Something else"));
        assertThat(one(form, "calls[1].customs").when()).isEqualTo(new When("calls[1].abroad", "true", "Yes"));
        assertThat(one(form, "ship").when()).isNull();
        assertThat(one(form, "log").optional()).isTrue();
        assertThat(one(form, "otherCargo").optional()).isFalse();
        assertThat(one(form, "ship").optional()).isFalse();
    }

    @Test
    void aListOffersOneEmptyMemberUntilItIsFull() {
        FormValues two = FormWriter.write(Voyage.definition(), Voyage.whole());
        assertThat(one(form(FormValues.NOTHING), "calls").inside())
                .extracting(Question::name, Question::label)
                .extracting(Object::toString)
                .containsExactly("(\"calls[0]\", \"Port 1\")");
        assertThat(one(form(two), "calls").inside())
                .extracting(Question::label)
                .containsExactly("Port 1", "Port 2", "Port 3");
        FormValues four = two.and("calls[5].name", "Oslo").and("calls[6].name", " ");
        assertThat(one(form(four), "calls").inside())
                .extracting(Question::name)
                .containsExactly("calls[0]", "calls[1]", "calls[5]");
    }

    @Test
    void aGroupIsFlattenedIntoItsQuestions() {
        Form form = form(FormValues.NOTHING);
        assertThat(form.at("from", "log"))
                .extracting(Question::name)
                .containsExactly("from.name", "from.abroad", "from.customs", "log");
        assertThat(form.at("calls[0]"))
                .extracting(Question::name)
                .containsExactly("calls[0].name", "calls[0].abroad", "calls[0].customs");
        assertThatThrownBy(() -> form.at("captain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("captain");
    }

    @Test
    void aFittingChangesAndLeavesOutQuestions() {
        Form form = form(FormValues.NOTHING.and("log", "b").and("ship", "x"))
                .fitted(Fitting.NONE
                        .choosing("log", List.of(new Choice("a", "First"), new Choice("b", "Second")))
                        .carrying("ship", "Endeavour")
                        .leavingOut("crew")
                        .leavingOut("from.name")
                        .leavingOut("cargo", Voyage.Cargo.COAL));
        assertThat(one(form, "log").shape()).isEqualTo("CHOICE");
        assertThat(one(form, "log").options())
                .containsExactly(new Option("a", "First", null, false), new Option("b", "Second", null, true));
        assertThat(one(form, "ship").shape()).isEqualTo("CARRIED");
        assertThat(one(form, "ship").value()).isEqualTo("Endeavour");
        assertThat(form.questions())
                .extracting(Question::name)
                .doesNotContain("crew")
                .hasSize(11);
        assertThat(form.at("from")).extracting(Question::name).containsExactly("from.abroad", "from.customs");
        assertThat(one(form, "cargo").options()).extracting(Option::value).containsExactly("OTHER");
    }

    @Test
    void aFittingOfAnUnknownFieldIsRefused() {
        for (Fitting fitting : List.of(
                Fitting.NONE.choosing("captain", List.of()),
                Fitting.NONE.carrying("captain", "x"),
                Fitting.NONE.leavingOut("captain"),
                Fitting.NONE.leavingOut("captain", Voyage.Cargo.COAL))) {
            assertThatThrownBy(() -> form(FormValues.NOTHING).fitted(fitting))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("captain");
        }
    }

    @Test
    void mistakesAreListedInTheOrderOfThePage() {
        Form form = form(
                FormValues.NOTHING.and("calls[0].abroad", "true"),
                Map.of("calls[0].name", "Write something here", "ship", "Write something here", "", "Not so"));
        assertThat(form.prefix()).isEqualTo("Error: ");
        assertThat(form.mistakes())
                .containsExactly(
                        new Form.Mistake("main", "", "Not so"),
                        new Form.Mistake("ship", "Which ship?", "Write something here"),
                        new Form.Mistake("calls-0-name", "Name of the port", "Write something here"));
        assertThat(one(form, "ship").mistake()).isEqualTo("Write something here");
        assertThat(form(FormValues.NOTHING).mistakes()).isEmpty();
    }

    @Test
    void aFormIsReadAndRenderedInLinearTime() {
        Growth.assertLinear("form of list members", 100, size -> {
            Map<String, List<String>> answers = new LinkedHashMap<>();
            IntStream.range(0, size).forEach(port -> {
                answers.put("calls[%d].abroad".formatted(port), List.of("true"));
                answers.put("calls[%d].customs.officer".formatted(port), List.of("x".repeat(301)));
            });
            return () -> {
                FormValues typed = FormValues.of(answers);
                FormReader.Read<Voyage> read =
                        FormReader.read(Voyage.class, Voyage.definition(), typed, Voyage.VALIDATOR);
                Form form = form(typed, read.wrong());
                assertThat(form.mistakes()).hasSize(50);
                assertThat(form.furtherMistakes()).isEqualTo(2 * size + 3 - 50);
                assertThat(one(form, "calls").inside()).hasSize(size);
                assertThat(typed.overfull(list -> 3)).contains("calls");
                typed.only(name -> !FormValues.isAt(name, "calls[0]")).with(List.of("calls[1]"), typed);
            };
        });
    }

    @Test
    void valuesThatMakeNoPostableFormAreNotCarried() {
        assertThat(form(FormValues.NOTHING.and("log", "x".repeat(890_000))).keptIfPostable())
                .hasSize(1);
        assertThat(form(FormValues.NOTHING.and("log", "'".repeat(310_000))).keptIfPostable())
                .isEmpty();
        FormValues many = new FormValues(IntStream.range(0, 901)
                .boxed()
                .collect(Collectors.toMap("calls[%d].name"::formatted, port -> List.of("x"))));
        assertThat(form(many).keptIfPostable()).isEmpty();
    }
}
