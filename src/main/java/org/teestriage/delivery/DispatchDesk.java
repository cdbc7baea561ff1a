package org.teestriage.delivery;

import org.teestriage.access.authorization.Docket;
import org.teestriage.access.authorization.Handling;
import org.teestriage.platform.transaction.OneCommit;
import org.teestriage.platform.transaction.Refused;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.deadline.HubClock;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Partners;
import org.teestriage.letter.Cause;
import org.teestriage.letter.ChannelSwitch;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Letter.State;
import org.teestriage.letter.Outbox;
import org.teestriage.letter.Outbox.Dispatched;
import org.teestriage.letter.Switchboard;
import org.teestriage.timeline.Happened.Kind;

/** What operators see of letters and do about them: how they get through, another channel, another try. Never what they say. */
@ApplicationScoped
public class DispatchDesk {

    private static final int OLDEST = 20;

    private final OneCommit oneCommit;
    private final Docket docket;
    private final Concerns concerns;
    private final Outbox outbox;
    private final Partners partners;
    private final Switchboard switchboard;

    DispatchDesk(
            OneCommit oneCommit,
            Docket docket,
            Concerns concerns,
            Outbox outbox,
            Partners partners,
            Switchboard switchboard) {
        this.oneCommit = oneCommit;
        this.docket = docket;
        this.concerns = concerns;
        this.outbox = outbox;
        this.partners = partners;
        this.switchboard = switchboard;
    }

    public Deliveries deliveries(Officer operator) {
        Docket.requireRole(operator, Act.OPERATE);
        return oneCommit.of(this::view);
    }

    private Deliveries view() {
        Instant now = docket.now();
        return new Deliveries(
                now, partners.on(HubClock.dateOf(now)).stream().map(this::line).toList());
    }

    private Deliveries.ToPartner line(Partner partner) {
        List<Letter> oldest = outbox.unsettled(partner.id(), OLDEST);
        Map<State, Integer> counts = outbox.counts(partner.id());
        Optional<ChannelSwitch> taken = switchboard.latest(partner.id());
        return new Deliveries.ToPartner(
                partner.id(),
                partner.name(),
                partner.channel(),
                switchboard.wireTo(partner),
                taken.map(each -> new Deliveries.Switched(each.byName(), each.at(), each.reason()))
                        .orElse(null),
                counts.getOrDefault(State.WAITING, 0),
                counts.getOrDefault(State.SENDING, 0),
                counts.getOrDefault(State.UNKNOWN, 0),
                counts.getOrDefault(State.DELIVERED, 0),
                counts.getOrDefault(State.REJECTED, 0),
                oldest.stream().findFirst().flatMap(Letter::sendingSince).orElse(null),
                oldest.stream().map(DispatchDesk::line).toList());
    }

    private static Deliveries.Unsettled line(Letter letter) {
        return new Deliveries.Unsettled(
                letter.dispatchId().orElse(""),
                letter.state(),
                letter.attempts(),
                letter.sendingSince().orElse(letter.preparedAt()),
                letter.nextTry().orElse(null),
                letter.cause().map(Cause::words).orElse(null));
    }

    /** Takes another channel for a partner; what waits for it goes that way at once, or to a person. */
    public Deliveries take(Officer operator, String partnerId, SwitchTold told) {
        Docket.requireRole(operator, Act.OPERATE);
        Instant now = docket.now();
        Partner partner = partners.find(partnerId, HubClock.dateOf(now))
                .orElseThrow(() -> Refused.conflict("No partner of this id is on file today."));
        if (!partner.reachableBy(told.channel())) {
            throw Refused.conflict(
                    "What this channel needs of the partner is not on file: an address, and for HTTPS the"
                            + " name of a key.");
        }
        List<Dispatched> waiting = oneCommit.of(() -> {
            switchboard.add(
                    new ChannelSwitch(partnerId, told.channel(), now, operator.user(), operator.name(), told.reason()));
            return outbox.waiting(partnerId);
        });
        waiting.forEach(letter -> oneCommit.of(() -> {
            Concern held = concerns.findToChange(letter.reference()).orElseThrow();
            Letter found = outbox.toChange(letter.letter());
            found.release(now);
            return held.reference();
        }));
        return oneCommit.of(this::view);
    }

    /** Lets the courier try one letter again at once; the timeline of its concern says who did that. */
    public Deliveries release(Officer operator, String dispatchId) {
        Docket.requireRole(operator, Act.OPERATE);
        return oneCommit.of(() -> {
            Dispatched dispatched = outbox.dispatched(dispatchId).orElseThrow(DispatchDesk::notUnderWay);
            Concern concern = concerns.findToChange(dispatched.reference()).orElseThrow();
            Letter letter = outbox.toChange(dispatched.letter());
            if (letter.state().settled()
                    || letter.state() == State.DELIVERED
                    || concern.duplicateOf().isPresent()) {
                throw notUnderWay();
            }
            Handling handling = docket.begin(concern, operator);
            letter.release(handling.now());
            handling.tell(
                    Kind.DELIVERY,
                    LetterDesk.step(letter).id(),
                    String.valueOf(letter.number()),
                    "The letter to %s was released for another try."
                            .formatted(letter.purpose().reader()),
                    dispatchId);
            return view();
        });
    }

    private static Refused notUnderWay() {
        return Refused.conflict("No letter under this id waits to be delivered.");
    }
}
