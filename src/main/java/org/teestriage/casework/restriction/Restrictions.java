package org.teestriage.casework.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.AccessRestriction.Kind;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.access.authorization.RestrictionEntry;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** The walls of concerns: built by a manager, and by the service itself around whoever is named as a suspect. */
@ApplicationScoped
public class Restrictions {

    private static final int BELOW_THE_LADO = 5000;

    private final EntityManager entities;
    private final WaitingSteps waiting;
    private final StaffMembers staffMembers;
    private final StepAccess stepAccess;

    Restrictions(EntityManager entities, WaitingSteps waiting, StaffMembers staffMembers, StepAccess stepAccess) {
        this.entities = entities;
        this.waiting = waiting;
        this.staffMembers = staffMembers;
        this.stepAccess = stepAccess;
    }

    List<RestrictionRecord> of(Reference reference) {
        return entities.createQuery(
                        "from RestrictionRecord where reference = ?1 order by number", RestrictionRecord.class)
                .setParameter(1, reference.value())
                .getResultList();
    }

    /** The walls as somebody sees them from whom some are held back. */
    public List<RestrictionsView.Line> shown(Reference reference, Redaction redaction) {
        return of(reference).stream()
                .filter(built -> !redaction.hides(built.wall()))
                .map(built -> new RestrictionsView.Line(
                        built.number(),
                        built.wall().kind(),
                        redaction.person(built.wall().subject()),
                        built.setAt(),
                        built.stands()))
                .toList();
    }

    Optional<RestrictionRecord> standing(Reference reference, int number) {
        return of(reference).stream()
                .filter(RestrictionRecord::stands)
                .filter(wall -> wall.number() == number)
                .findFirst();
    }

    /** Builds a wall unless it was there before, standing or lifted: what a person took down, the service does not put up again. */
    void build(ConcernUpdate update, AccessRestriction wall, String reason) {
        Reference reference = update.concern().reference();
        List<RestrictionRecord> before = of(reference);
        Predicate<RestrictionRecord> counts = byHand(wall.kind()) ? RestrictionRecord::stands : built -> true;
        if (before.stream().filter(counts).anyMatch(built -> built.wall().equals(wall))) {
            return;
        }
        entities.persist(new RestrictionRecord(reference, number(before, wall), wall, update.now()));
        update.record(
                TimelineEvent.Kind.WALLED,
                sentence(wall.kind()),
                new RestrictionEntry(wall.kind(), wall.subject(), reason));
    }

    /** Restrictions that tell of the LADO are numbered apart: where they are held back, no gap tells of them. */
    private static int number(List<RestrictionRecord> before, AccessRestriction wall) {
        boolean apart = wall.tellsOfTheLado();
        return 1
                + before.stream()
                        .mapToInt(RestrictionRecord::number)
                        .filter(number -> apart == number > BELOW_THE_LADO)
                        .max()
                        .orElse(apart ? BELOW_THE_LADO : 0);
    }

    private static boolean byHand(Kind kind) {
        return kind != Kind.EXCLUDED_NAME && kind != Kind.EXCLUDED_WORKPLACE;
    }

    private static String sentence(Kind kind) {
        return switch (kind) {
            case EXCLUDED_USER -> "Somebody is kept out: a conflict of interest.";
            case EXCLUDED_NAME -> "Whoever has the name of a suspect is kept out.";
            case EXCLUDED_WORKPLACE -> "A suspect's workplace is kept out.";
            case NAMED -> "Only named people have access.";
            case NAMED_FOR_LADO -> "Only named people have access to what concerns the LADO.";
        };
    }

    /** Keeps suspects, and the places where they work, out before anybody there can look. */
    public void aroundSuspects(ConcernUpdate update) {
        for (Suspect suspect : update.concern().facts().suspects()) {
            Optional.ofNullable(suspect.realName())
                    .map(NameMatcher::words)
                    .filter(words -> words.contains(" "))
                    .ifPresent(words -> build(
                            update,
                            new AccessRestriction(Kind.EXCLUDED_NAME, words),
                            "Named as a suspect in the concern."));
            Optional.ofNullable(suspect.workplace())
                    .map(Suspect.Workplace::name)
                    .map(NameMatcher::words)
                    .filter(words -> !words.isEmpty())
                    .ifPresent(words -> build(
                            update,
                            new AccessRestriction(Kind.EXCLUDED_WORKPLACE, words),
                            "Named as a suspect's workplace in the concern."));
        }
    }

    /** Gives back to the queue what somebody had claimed who may no longer see it. */
    public void releaseWhatTheyHad(ConcernUpdate update) {
        for (WaitingStep step : waiting.of(update.concern().reference())) {
            step.claimedBy().filter(user -> !maySee(user, step)).ifPresent(user -> {
                step.release();
                update.record(
                        TimelineEvent.Kind.RELEASED,
                        step.step().id(),
                        step.item(),
                        "Back in the queue: %s.".formatted(step.step().title()),
                        user);
            });
        }
    }

    private boolean maySee(String user, WaitingStep step) {
        return staffMembers
                .find(user)
                .filter(colleague -> stepAccess.maySee(colleague.officer(), step))
                .isPresent();
    }
}
