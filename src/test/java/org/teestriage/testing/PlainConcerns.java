package org.teestriage.testing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.Deadline;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Step;
import org.teestriage.testing.client.FactsYaml;
import org.teestriage.workflow.process.StepRef;
import org.teestriage.workflow.step.CountedDeadline;
import org.teestriage.workflow.step.DeadlineBasis;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.WaitingStep;

/** Concerns and steps without a database and without the engine. */
public final class PlainConcerns {

    /** A Tuesday morning, ten o'clock in London. */
    public static final Instant RECEIVED = Instant.parse("2026-09-22T09:00:00Z");

    private PlainConcerns() {}

    /** A concern with the facts as {@link FactsYaml#facts(String)} reads them, and no part yet. */
    public static Concern withoutParts(String facts) {
        return new Concern(
                new Reference("28T5-CY4T-Y"), RECEIVED, "northfield-school", "robin", FactsYaml.facts(facts), "root");
    }

    /** A concern about one child in Hartlepool. */
    public static Concern atTheChub(String facts) {
        Concern concern = withoutParts(facts);
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        return concern;
    }

    public static WaitingStep waiting(Concern concern, Step step, String item, Instant openedAt, Instant due) {
        return new WaitingStep(
                "task-" + step.id() + "/" + item,
                new StepRef(concern.reference(), step.id(), item),
                concern.part(1).hub(),
                concern,
                openedAt,
                new CountedDeadline(
                        new Deadline(due, due.minusSeconds(60), "Opened; due.", step.id()),
                        DeadlineBasis.of(concern, openedAt, concern.part(1).hub(), null)),
                null);
    }

    public static WaitingStep waiting(Concern concern, Step step, String item) {
        return waiting(concern, step, item, RECEIVED, RECEIVED.plusSeconds(3600));
    }

    private static final Officer SAM = new Officer("sam", "Sam Officer", Role.OFFICER, null, Set.of("chub"));

    /** A step that Sam decided. */
    public static DecidedStep decided(Concern concern, String item, Decision decision, Instant at) {
        return new DecidedStep(waiting(concern, decision.step(), item), 1, decision, SAM, at);
    }

    /** A decision as YAML, without its text where the test does not need it. */
    public static <T extends Decision> DecidedStep decided(
            Concern concern, String item, Class<T> type, String yaml, Instant at) {
        return decided(concern, item, FactsYaml.as(type, "{" + yaml + "}"), at);
    }
}
