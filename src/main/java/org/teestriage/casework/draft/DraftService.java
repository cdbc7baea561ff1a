package org.teestriage.casework.draft;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;

/**
 * Stores unfinished concerns. They contain personal data and have no timeline, so only the owner may read them. Each is
 * deleted when sent, or {@link #KEPT} after its last change: every start of the service and every use of drafts deletes
 * the expired ones first.
 */
@ApplicationScoped
public class DraftService {

    /** Covers a night and a day between two sessions. */
    private static final Duration KEPT = Duration.ofDays(3);

    /** Longer than a request. If the node ends while it sends, the draft may be changed again after this time. */
    private static final Duration SENDING = Duration.ofMinutes(1);

    private static final int AT_MOST = 20;

    private final Drafts drafts;
    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final DraftCipher draftCipher;

    DraftService(Drafts drafts, Transactions transactions, ConcernAccess concernAccess, DraftCipher draftCipher) {
        this.drafts = drafts;
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.draftCipher = draftCipher;
    }

    void sweep(@Observes StartupEvent starting) {
        transactions.inNewTransaction(this::deleteExpired);
    }

    public DraftView begin(Officer officer, DraftView.Content content) {
        ConcernAccess.requireRole(officer, Act.RAISE);
        requireFewerThan(AT_MOST, officer);
        DraftView begun = transactions.inNewTransaction(() -> {
            Instant now = concernAccess.now();
            Draft draft =
                    new Draft(UUID.randomUUID().toString(), officer.user(), content, draftCipher, now, now.plus(KEPT));
            drafts.persist(draft);
            return draft.view(draftCipher).orElseThrow();
        });
        // Counted again once it is stored: drafts begun at the same time do not see each other before.
        try {
            requireFewerThan(AT_MOST + 1, officer);
        } catch (RequestRefusedException tooMany) {
            delete(officer, begun.id());
            throw tooMany;
        }
        return begun;
    }

    private void requireFewerThan(int most, Officer officer) {
        long number = transactions.inNewTransaction(() -> {
            deleteExpired();
            return drafts.countOf(officer.user());
        });
        if (number >= most) {
            throw RequestRefusedException.conflict(
                    "You have %d drafts already. Send or delete one of them first.".formatted(AT_MOST));
        }
    }

    /** Returns the officer's drafts, last saved first. */
    public List<DraftLine> of(Officer officer) {
        return transactions.inNewTransaction(() -> {
            deleteExpired();
            return drafts.of(officer.user());
        });
    }

    /** The number of bytes of a draft, before its content is read; 0 if there is none that {@link #find} finds. */
    public long length(Officer officer, String id) {
        return transactions.inNewTransaction(() -> drafts.lengthOf(officer.user(), id)
                .map(DraftCipher::unlockedLength)
                .orElse(0L));
    }

    public DraftView open(Officer officer, String id) {
        return find(officer, id).orElseThrow(RequestRefusedException::absent);
    }

    /** Empty if the draft was sent, deleted or expired, or belongs to another user. */
    public Optional<DraftView> find(Officer officer, String id) {
        return transactions.inNewTransaction(() -> mine(officer, id).flatMap(draft -> draft.view(draftCipher)));
    }

    /**
     * A draft after a change, or as it is instead.
     *
     * @param made false if another window has changed the same places since the user saw them; nothing is stored then
     */
    public record Change(DraftView draft, boolean made) {}

    /** What a change starts from, and the version that its user saw. */
    public record Seen(String id, long version) {}

    /**
     * Changes these places of a draft with the row locked, unless another window has changed them since. A change to
     * what the draft holds already counts as made.
     *
     * @param places fields and lists, or list members such as {@code children[2]}
     */
    public Change save(Officer officer, Seen seen, Collection<String> places, UnaryOperator<DraftView.Content> change) {
        return save(officer, seen, draft -> new Edit(change.apply(draft.content()), places));
    }

    /** The content of a draft after a change, and the places that it changed. */
    public record Edit(DraftView.Content content, Collection<String> places) {}

    /** The same, where the places depend on what the draft holds. */
    public Change save(Officer officer, Seen seen, Function<DraftView, Edit> change) {
        return locked(officer, seen.id(), (draft, before) -> {
            Edit after = change.apply(before);
            boolean same = after.content().answers().equals(before.content().answers());
            if (!same && before.changes().overtake(seen.version(), after.places())) {
                return new Change(before, false);
            }
            Instant now = concernAccess.now();
            draft.save(after.content(), same ? List.of() : after.places(), draftCipher, now, now.plus(KEPT));
            return new Change(draft.view(draftCipher).orElseThrow(), true);
        });
    }

    /** Remembers that the user has opened a section. */
    public DraftView open(Officer officer, String id, String section) {
        return save(officer, new Seen(id, 0), List.of(), content -> content.withSeen(section))
                .draft();
    }

    /** Keeps the draft from changes while it is sent, unless it has changed since the user saw it. */
    public Change beginSending(Officer officer, Seen seen) {
        return locked(officer, seen.id(), (draft, before) -> {
            boolean asSeen = before.version() == seen.version();
            if (asSeen) {
                draft.sendingUntil(concernAccess.now().plus(SENDING));
            }
            return new Change(before, asSeen);
        });
    }

    /** The draft was not sent, and may be changed again. */
    public void endSending(Officer officer, String id) {
        transactions.inNewTransaction(() -> {
            mine(officer, id).ifPresent(draft -> draft.sendingUntil(null));
            return id;
        });
    }

    private Change locked(Officer officer, String id, BiFunction<Draft, DraftView, Change> work) {
        return transactions
                .inNewTransaction(() -> mine(officer, id)
                        .flatMap(draft -> draft.view(draftCipher).map(view -> work.apply(draft, view))))
                .orElseThrow(RequestRefusedException::absent);
    }

    public void delete(Officer officer, String id) {
        transactions.inNewTransaction(() -> drafts.delete(officer.user(), id));
    }

    /** Returns empty instead of throwing: an exception would roll back the deletion of expired drafts. */
    private Optional<Draft> mine(Officer officer, String id) {
        deleteExpired();
        return drafts.findToChange(id).filter(draft -> draft.user().equals(officer.user()));
    }

    private long deleteExpired() {
        return drafts.deleteExpired(concernAccess.now());
    }
}
