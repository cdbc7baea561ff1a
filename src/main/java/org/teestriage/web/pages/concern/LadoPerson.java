package org.teestriage.web.pages.concern;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.LadoCase;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.concern.facts.Allegation;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.web.pages.form.Labels;
import org.teestriage.web.pages.form.SummaryRows;
import org.teestriage.web.pages.form.SummaryRows.Row;
import org.teestriage.web.pages.form.Times;

/** A person on the page of the LADO. Facts that a LADO asks for and that are not on record are shown as not known. */
public record LadoPerson(
        LadoCase.Person of, String title, List<Row> allegation, List<Row> employer, List<Decided> decided) {

    private static final String ACCOUNT = "Not written down apart from the account of the concern";
    private static final String NOT_KNOWN = "Not known yet";

    public record Decided(PathView.Done done, List<Row> rows) {}

    static LadoPerson of(LadoCase.Person person, SummaryRows summaryRows) {
        Suspect told = person.told();
        Allegation said = Optional.ofNullable(told.allegation()).orElse(Allegation.NOT_ASKED);
        String name = Stream.of(told.realName(), told.claimedName())
                .filter(each -> !Blanks.nothing(each))
                .findFirst()
                .orElse("name not known");
        return new LadoPerson(
                person,
                "Person %d: %s".formatted(person.number(), name),
                allegation(person, said),
                employer(told.workplace(), said),
                decided(person.work(), summaryRows));
    }

    static List<Decided> decided(LadoCase.Work work, SummaryRows summaryRows) {
        return work.decided().stream()
                .map(done -> new Decided(
                        done,
                        summaryRows.of(Json.read(
                                ((JsonNode) done.decision()).toString(),
                                Step.of(done.step()).orElseThrow().decision()))))
                .toList();
    }

    private static List<Row> allegation(LadoCase.Person person, Allegation said) {
        return List.of(
                text("What is alleged", Objects.requireNonNullElse(said.alleged(), ACCOUNT)),
                text("When and where", said.happened()),
                text(
                        "Children whom it is about",
                        person.children().stream()
                                .map(child -> "Child %d: %s"
                                        .formatted(child.child(), Objects.requireNonNullElse(child.name(), NOT_KNOWN)))
                                .collect(Collectors.joining("\n"))),
                answer("Other work with children, also unpaid", said.otherWork(), said.otherWorkWhere()),
                answer("Children of their own", said.ownChildren(), said.ownChildrenWho()));
    }

    private static List<Row> employer(Suspect.@Nullable Workplace workplace, Allegation said) {
        Instant knew = said.employerKnewAt();
        return List.of(
                text("Employer", workplace == null ? null : workplace.name()),
                text("Role", workplace == null ? null : workplace.role()),
                answer(
                        "Does the employer know?",
                        said.employerKnows(),
                        knew == null ? null : "since " + Times.when(knew)),
                text("Told by", said.employerToldBy()),
                answer("Suspended", said.suspended(), null),
                text("What the employer did", said.employerDid()));
    }

    private static Row text(String label, @Nullable String told) {
        return new Row(label, Blanks.nothing(told) ? NOT_KNOWN : String.valueOf(told), true, List.of());
    }

    private static Row answer(String label, @Nullable Answer answer, @Nullable String more) {
        String known = Answer.known(answer) == Answer.NOT_KNOWN ? NOT_KNOWN : Labels.of(Answer.known(answer));
        return text(label, Blanks.nothing(more) ? known : "%s: %s".formatted(known, more));
    }
}
