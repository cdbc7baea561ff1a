package org.teestriage.casework.restriction;

import org.teestriage.access.authorization.Colleagues;
import org.teestriage.access.authorization.Handling;
import org.teestriage.access.authorization.Veil;
import org.teestriage.access.authorization.WallEntry;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.teestriage.platform.text.Likeness;
import org.teestriage.access.Wall;
import org.teestriage.access.Wall.Kind;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.timeline.Happened;

/** The walls of concerns: built by a manager, and by the service itself around whoever is named as a suspect. */
@ApplicationScoped
public class Walls {

    private static final int BELOW_THE_LADO = 5000;

    private final EntityManager entities;
    private final WaitingSteps waiting;
    private final Colleagues colleagues;
    private final StepAccess stepAccess;

    Walls(EntityManager entities, WaitingSteps waiting, Colleagues colleagues, StepAccess stepAccess) {
        this.entities = entities;
        this.waiting = waiting;
        this.colleagues = colleagues;
        this.stepAccess = stepAccess;
    }

    List<BuiltWall> of(Reference reference) {
        return entities.createQuery("from BuiltWall where reference = ?1 order by number", BuiltWall.class)
                .setParameter(1, reference.value())
                .getResultList();
    }

    /** The walls as somebody sees them from whom some are held back. */
    public List<WallsView.Line> shown(Reference reference, Veil veil) {
        return of(reference).stream()
                .filter(built -> !veil.hides(built.wall()))
                .map(built -> new WallsView.Line(
                        built.number(),
                        built.wall().kind(),
                        veil.person(built.wall().subject()),
                        built.setAt(),
                        built.stands()))
                .toList();
    }

    Optional<BuiltWall> standing(Reference reference, int number) {
        return of(reference).stream()
                .filter(BuiltWall::stands)
                .filter(wall -> wall.number() == number)
                .findFirst();
    }

    /** Builds a wall unless it was there before, standing or lifted: what a person took down, the service does not put up again. */
    void build(Handling handling, Wall wall, String reason) {
        Reference reference = handling.concern().reference();
        List<BuiltWall> before = of(reference);
        Predicate<BuiltWall> counts = byHand(wall.kind()) ? BuiltWall::stands : built -> true;
        if (before.stream().filter(counts).anyMatch(built -> built.wall().equals(wall))) {
            return;
        }
        entities.persist(new BuiltWall(reference, number(before, wall), wall, handling.now()));
        handling.tell(Happened.Kind.WALLED, sentence(wall.kind()), new WallEntry(wall.kind(), wall.subject(), reason));
    }

    /** Walls that tell of the LADO are numbered apart: where they are held back, no gap tells of them. */
    private static int number(List<BuiltWall> before, Wall wall) {
        boolean apart = wall.tellsOfTheLado();
        return 1
                + before.stream()
                        .mapToInt(BuiltWall::number)
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
    public void aroundSuspects(Handling handling) {
        for (Suspect suspect : handling.concern().facts().suspects()) {
            Optional.ofNullable(suspect.realName())
                    .map(Likeness::words)
                    .filter(words -> words.contains(" "))
                    .ifPresent(words ->
                            build(handling, new Wall(Kind.EXCLUDED_NAME, words), "Named as a suspect in the concern."));
            Optional.ofNullable(suspect.workplace())
                    .map(Suspect.Workplace::name)
                    .map(Likeness::words)
                    .filter(words -> !words.isEmpty())
                    .ifPresent(words -> build(
                            handling,
                            new Wall(Kind.EXCLUDED_WORKPLACE, words),
                            "Named as a suspect's workplace in the concern."));
        }
    }

    /** Gives back to the queue what somebody had claimed who may no longer see it. */
    public void releaseWhatTheyHad(Handling handling) {
        for (WaitingStep step : waiting.of(handling.concern().reference())) {
            step.claimedBy().filter(user -> !maySee(user, step)).ifPresent(user -> {
                step.release();
                handling.tell(
                        Happened.Kind.RELEASED,
                        step.step().id(),
                        step.item(),
                        "Back in the queue: %s.".formatted(step.step().title()),
                        user);
            });
        }
    }

    private boolean maySee(String user, WaitingStep step) {
        return colleagues
                .find(user)
                .filter(colleague -> stepAccess.maySee(colleague.officer(), step))
                .isPresent();
    }
}
