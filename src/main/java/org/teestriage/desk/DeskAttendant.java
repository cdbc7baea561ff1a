package org.teestriage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.teestriage.clock.Circumstance;
import org.teestriage.clock.Clocks;
import org.teestriage.clock.Deadline;
import org.teestriage.concern.Address;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Part;
import org.teestriage.concern.Suspect;
import org.teestriage.decision.CeopDecision;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.Report;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.dispatch.Letter;
import org.teestriage.dispatch.Outbox;
import org.teestriage.dispatch.Writing;
import org.teestriage.process.Attendant;
import org.teestriage.process.Place;
import org.teestriage.timeline.Happened;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;

/** Stands by the path while a token moves: counts deadlines, keeps the queue, posts letters, and writes down what nobody did. */
@ApplicationScoped
class DeskAttendant implements Attendant {

    private final Concerns concerns;
    private final Docket docket;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final Directory directory;
    private final Clocks clocks;
    private final Outbox outbox;
    private final Routing routing;
    private final Timeline timeline;

    DeskAttendant(
            Concerns concerns,
            Docket docket,
            WaitingSteps waiting,
            DecidedSteps decided,
            Directory directory,
            Clocks clocks,
            Outbox outbox,
            Routing routing,
            Timeline timeline) {
        this.concerns = concerns;
        this.docket = docket;
        this.waiting = waiting;
        this.decided = decided;
        this.directory = directory;
        this.clocks = clocks;
        this.outbox = outbox;
        this.routing = routing;
        this.timeline = timeline;
    }

    @Override
    public Deadline deadline(Place place) {
        Concern concern = concern(place);
        return clocks.deadline(
                place.element(),
                new Circumstance(
                        concern.priority(),
                        concern.dangerSeen(),
                        concern.receivedAt(),
                        docket.now(),
                        hub(concern, place).hours()));
    }

    @Override
    public Instant nextOpening(Place place) {
        return clocks.hubClock(directory.hub(concern(place).part(1).hub()).hours())
                .nextOpening(docket.now());
    }

    @Override
    public Instant holdEnds(Place place) {
        DecidedStep held =
                decided.latest(place.reference(), step(place), place.item()).orElseThrow();
        Report report = step(place) == Step.CEOP_DECISION
                ? held.decision(CeopDecision.class).report()
                : held.decision(PlatformDecision.class).report();
        Instant until = report.heldUntil();
        if (until == null) {
            throw new IllegalStateException("a hold without an end");
        }
        return until;
    }

    @Override
    public void opened(Place place, String task) {
        Concern concern = concern(place);
        Hub hub = hub(concern, place);
        Deadline deadline = deadline(place);
        waiting.add(new WaitingStep(task, place, hub.id(), concern.priority(), docket.now(), deadline));
        timeline.append(
                concern,
                Signature.THE_PATH,
                docket.now(),
                new Happened(
                        Happened.Kind.OPENED,
                        place.element(),
                        place.item(),
                        "Waits for %s: %s.".formatted(hub.name(), step(place).title()),
                        new Opened(deadline.due(), deadline.explanation(), deadline.policy())));
    }

    /** What the timeline keeps of a step that opened: until when it is due, and how that was counted. */
    record Opened(Instant due, String howDue, String rule) {}

    @Override
    public void closed(String task) {
        waiting.remove(task);
    }

    @Override
    public void warned(Place place) {
        late(place, Happened.Kind.WARNED, "Due soon and not done: %s.");
    }

    @Override
    public void breached(Place place) {
        late(place, Happened.Kind.BREACHED, "Overdue, raised to the manager: %s.");
    }

    private void late(Place place, Happened.Kind kind, String sentence) {
        Concern concern = concern(place);
        waiting.find(place.reference(), step(place), place.item()).ifPresent(step -> {
            if (kind == Happened.Kind.WARNED) {
                step.warn();
            } else {
                step.breach();
            }
            timeline.append(
                    concern,
                    Signature.THE_PATH,
                    docket.now(),
                    new Happened(
                            kind,
                            place.element(),
                            place.item(),
                            sentence.formatted(step.step().title()),
                            new Late(
                                    step.due(),
                                    step.explanation(),
                                    step.claimedByName().orElse("nobody"))));
        });
    }

    /** What the timeline keeps of a deadline that came near or passed. */
    record Late(Instant due, String howDue, String with) {}

    @Override
    public void letterDue(Place place) {
        Concern concern = concern(place);
        switch (place.element()) {
            case "letter-to-social-care" -> {
                int child = Integer.parseInt(place.item());
                post(
                        concern,
                        place,
                        Letter.Purpose.SOCIAL_CARE_REFERRAL,
                        "Children's social care of " + authority(concern.partOfChild(child)),
                        Writing.toSocialCare(concern, child));
            }
            case "letter-to-police" ->
                post(concern, place, Letter.Purpose.POLICE_REPORT, "Cleveland Police", Writing.toPolice(concern));
            case "text-for-ceop" -> post(concern, place, Letter.Purpose.CEOP_REPORT, "CEOP", Writing.toCeop(concern));
            case "text-for-platform" -> {
                int account = Integer.parseInt(place.item());
                String platform = concern.facts().accounts().get(account - 1).platform();
                post(
                        concern,
                        place,
                        Letter.Purpose.PLATFORM_REPORT,
                        String.valueOf(platform),
                        Writing.toPlatform(concern, account));
            }
            case "letter-to-lado" -> {
                int suspect = Integer.parseInt(place.item());
                post(
                        concern,
                        place,
                        Letter.Purpose.LADO_REFERRAL,
                        "LADO of "
                                + workplaceAuthority(concern.facts().suspects().get(suspect - 1)),
                        Writing.toLado(concern, suspect));
            }
            default -> throw new IllegalStateException("nobody writes a letter at " + place.element());
        }
    }

    private void post(Concern concern, Place place, Letter.Purpose purpose, String partner, String content) {
        Letter letter = outbox.post(concern.reference(), purpose, place.item(), partner, content, docket.now());
        timeline.append(
                concern,
                Signature.THE_PATH,
                docket.now(),
                new Happened(
                        Happened.Kind.LETTER,
                        place.element(),
                        place.item(),
                        "A letter was prepared; a person sends it.",
                        new Prepared(partner, letter.revision(), letter.contentHash())));
    }

    /** What the timeline keeps of a letter: for whom, and the hash of its exact words. */
    record Prepared(String partner, int revision, String contentHash) {}

    private String authority(Part part) {
        return part.authority()
                .map(code -> directory.authority(code).name())
                .orElse("the authority of the child, to be decided");
    }

    private String workplaceAuthority(Suspect suspect) {
        Suspect.Workplace workplace = suspect.workplace();
        Address address = workplace == null ? null : workplace.address();
        return routing.authorityAround(address == null ? null : address.postcode());
    }

    /** Steps of a part wait at its hub, acceptance at the hub that is asked, and steps of the whole concern at the first part's. */
    private Hub hub(Concern concern, Place place) {
        Part part =
                switch (step(place).item()) {
                    case PART -> concern.part(Integer.parseInt(place.item()));
                    case CHILD -> concern.partOfChild(Integer.parseInt(place.item()));
                    case NONE, SUSPECT, ACCOUNT, INFORMATION, GLASS -> concern.part(1);
                };
        return directory.hub(
                step(place) == Step.HUB_ACCEPTANCE ? part.proposedMove().orElseThrow() : part.hub());
    }

    /** Locked, because the timers come here without anybody having locked it before; for the others it costs nothing. */
    private Concern concern(Place place) {
        return concerns.findToChange(place.reference()).orElseThrow();
    }

    private static Step step(Place place) {
        return Step.of(place.element()).orElseThrow(() -> new IllegalStateException(place.element() + " is no step"));
    }
}
