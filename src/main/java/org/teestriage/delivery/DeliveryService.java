package org.teestriage.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Partners;
import org.teestriage.letter.Cause;
import org.teestriage.letter.ChannelOverrides;
import org.teestriage.letter.ChannelSwitch;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Letter.State;
import org.teestriage.letter.Outbox;
import org.teestriage.letter.Outbox.Dispatched;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;

/** Lets operators see deliveries, switch a channel and release a letter. Never shows the content of a letter. */
@ApplicationScoped
public class DeliveryService {

    private static final int OLDEST = 20;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Outbox outbox;
    private final Partners partners;
    private final ChannelOverrides channelOverrides;

    DeliveryService(
            Transactions transactions,
            ConcernAccess concernAccess,
            Outbox outbox,
            Partners partners,
            ChannelOverrides channelOverrides) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.outbox = outbox;
        this.partners = partners;
        this.channelOverrides = channelOverrides;
    }

    public DeliveryOverview deliveries(Officer operator) {
        ConcernAccess.requireRole(operator, Act.OPERATE);
        return transactions.inNewTransaction(this::view);
    }

    private DeliveryOverview view() {
        Instant now = concernAccess.now();
        return new DeliveryOverview(
                now,
                partners.on(BusinessClock.dateOf(now)).stream().map(this::line).toList());
    }

    private DeliveryOverview.ToPartner line(Partner partner) {
        List<Letter> oldest = outbox.unsettled(partner.id(), OLDEST);
        Map<State, Integer> counts = outbox.counts(partner.id());
        Optional<ChannelSwitch> taken = channelOverrides.latest(partner.id());
        return new DeliveryOverview.ToPartner(
                partner.id(),
                partner.name(),
                partner.channel(),
                channelOverrides.channelTo(partner),
                taken.map(each -> new DeliveryOverview.Switched(each.byName(), each.at(), each.reason()))
                        .orElse(null),
                counts.getOrDefault(State.WAITING, 0),
                counts.getOrDefault(State.SENDING, 0),
                counts.getOrDefault(State.UNKNOWN, 0),
                counts.getOrDefault(State.DELIVERED, 0),
                counts.getOrDefault(State.REJECTED, 0),
                oldest.stream().findFirst().flatMap(Letter::sendingSince).orElse(null),
                oldest.stream().map(DeliveryService::line).toList());
    }

    private static DeliveryOverview.Unsettled line(Letter letter) {
        return new DeliveryOverview.Unsettled(
                letter.dispatchId().orElse(""),
                letter.state(),
                letter.attempts(),
                letter.sendingSince().orElse(letter.preparedAt()),
                letter.nextTry().orElse(null),
                letter.cause().map(Cause::words).orElse(null));
    }

    /** Switches the channel of a partner. Waiting letters use the new channel at once, or go to a user. */
    public DeliveryOverview take(Officer operator, String partnerId, ChannelSwitchRequest told) {
        ConcernAccess.requireRole(operator, Act.OPERATE);
        Instant now = concernAccess.now();
        Partner partner = partners.find(partnerId, BusinessClock.dateOf(now))
                .orElseThrow(() -> RequestRefusedException.conflict("No partner of this id is on file today."));
        if (!partner.reachableBy(told.channel())) {
            throw RequestRefusedException.conflict(
                    "What this channel needs of the partner is not on file: an address, and for HTTPS the"
                            + " name of a key.");
        }
        List<Dispatched> waiting = transactions.inNewTransaction(() -> {
            channelOverrides.add(
                    new ChannelSwitch(partnerId, told.channel(), now, operator.user(), operator.name(), told.reason()));
            return outbox.waiting(partnerId);
        });
        waiting.forEach(letter -> transactions.inNewTransaction(() -> {
            Concern held = concernAccess.forService(letter.reference()).orElseThrow();
            Letter found = outbox.toChange(letter.letter());
            found.release(now);
            return held.reference();
        }));
        return transactions.inNewTransaction(this::view);
    }

    /** Makes a letter due at once. The timeline of its concern records the operator. */
    public DeliveryOverview release(Officer operator, String dispatchId) {
        ConcernAccess.requireRole(operator, Act.OPERATE);
        return transactions.inNewTransaction(() -> {
            Dispatched dispatched = outbox.dispatched(dispatchId).orElseThrow(DeliveryService::notUnderWay);
            Concern concern = concernAccess.forService(dispatched.reference()).orElseThrow();
            Letter letter = outbox.toChange(dispatched.letter());
            if (letter.state().settled()
                    || letter.state() == State.DELIVERED
                    || concern.duplicateOf().isPresent()) {
                throw notUnderWay();
            }
            ConcernUpdate update = concernAccess.newUpdate(concern, operator);
            letter.release(update.now());
            update.record(
                    Kind.DELIVERY,
                    ChaseSteps.step(letter).id(),
                    String.valueOf(letter.number()),
                    "The letter to %s was released for another try."
                            .formatted(letter.purpose().reader()),
                    dispatchId);
            return view();
        });
    }

    private static RequestRefusedException notUnderWay() {
        return RequestRefusedException.conflict("No letter under this id waits to be delivered.");
    }
}
