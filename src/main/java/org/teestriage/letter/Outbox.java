package org.teestriage.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.letter.Letter.State;
import org.teestriage.letter.content.LetterDraft;
import org.teestriage.letter.content.WholeLetter;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.TimeOrderedIds;
import org.teestriage.platform.transaction.TransactionCache;

/** Transactional outbox: a letter is stored in the transaction of the decision that requires it. */
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<Letter, Long> {

    private static final int BELOW_THE_LADO = 5000;

    private static final List<State> UNSETTLED =
            List.of(State.WAITING, State.SENDING, State.UNKNOWN, State.DELIVERED, State.REJECTED);

    private final TransactionCache cache;
    private final TimeOrderedIds ids = new TimeOrderedIds();

    Outbox(TransactionCache cache) {
        this.cache = cache;
    }

    /**
     * Stores a letter with immutable content. A letter with the same purpose and item becomes the next revision;
     * earlier ones stay.
     */
    Letter post(
            Concern concern, Letter.Purpose purpose, String item, Recipient to, WrittenEdition written, Instant at) {
        Reference reference = concern.reference();
        List<Letter> before = of(reference);
        int number = number(before, purpose);
        Letter letter = new Letter(
                ids.next(at),
                reference,
                number,
                purpose,
                item,
                next(reference, purpose, item),
                concern.factsRevision(),
                to,
                written,
                at);
        persist(letter);
        cache.add(Letter.class, reference, letter);
        written.draft().enclosures().forEach(sheet -> enclose(letter.id(), sheet));
        return letter;
    }

    /** The number of the next edition of a letter. */
    int next(Reference reference, Letter.Purpose purpose, String item) {
        return latest(reference, purpose, item).map(Letter::revision).orElse(0) + 1;
    }

    /** The text of the whole letter as it was when this edition was written. */
    String whole(Letter letter) {
        return letter.addsTo().isEmpty()
                ? letter.content()
                : new String(
                        getEntityManager()
                                .find(Enclosure.class, new Enclosure.Key(letter.id(), WholeLetter.WHOLE))
                                .sheet()
                                .content(),
                        StandardCharsets.UTF_8);
    }

    /** Letters to the LADO are numbered from 5001, so that no gap reveals a hidden one. */
    static int number(List<Letter> before, Letter.Purpose purpose) {
        boolean apart = purpose == Letter.Purpose.LADO_REFERRAL;
        return 1
                + before.stream()
                        .mapToInt(Letter::number)
                        .filter(number -> apart == number > BELOW_THE_LADO)
                        .max()
                        .orElse(apart ? BELOW_THE_LADO : 0);
    }

    /** Marks letters that have not been sent as not needed, because the concern is withdrawn as a duplicate. */
    public void withdraw(Reference reference, Instant at) {
        of(reference).stream()
                .filter(letter -> letter.state() == State.PREPARED || letter.state() == State.WAITING)
                .map(this::lock)
                .forEach(letter -> letter.notNeeded(at));
    }

    public List<Letter> of(Reference reference) {
        return cache.rows(Letter.class, reference, () -> list("reference = ?1 order by id", reference.value()));
    }

    public Optional<Letter> latest(Reference reference, Letter.Purpose purpose, String item) {
        return latest(of(reference), purpose, item);
    }

    static Optional<Letter> latest(List<Letter> letters, Letter.Purpose purpose, String item) {
        return letters.stream()
                .filter(letter -> letter.purpose() == purpose && letter.item().equals(item))
                .max(Comparator.comparingInt(Letter::revision));
    }

    public Optional<Letter> numbered(Reference reference, String number) {
        return of(reference).stream()
                .filter(letter -> String.valueOf(letter.number()).equals(number))
                .findFirst();
    }

    /** Keys of a letter, for callers that must lock its concern first. */
    public record Dispatched(long letter, Reference reference, String partnerId) {}

    /** Finds a letter by the id that its partner knows. */
    public Optional<Dispatched> dispatched(String dispatchId) {
        return found("select id, reference, partnerId from Letter where dispatchId = ?1", dispatchId, 1).stream()
                .findFirst();
    }

    /** Letters whose receipt is overdue, the longest overdue first. */
    public List<Dispatched> toChase(Instant now, int limit) {
        return found("select id, reference, partnerId from Letter where chaseAt <= ?1 order by chaseAt", now, limit);
    }

    private List<Dispatched> found(String query, Object parameter, int limit) {
        return getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter(1, parameter)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Dispatched((Long) row[0], new Reference((String) row[1]), String.valueOf(row[2])))
                .toList();
    }

    /** Locks the letter's row until the transaction ends. Lock order: concern first, then letter. */
    public Letter toChange(long id) {
        return lock(findById(id));
    }

    /**
     * Reloads and locks the letter, because the courier changes approved letters without a lock on the concern. A
     * letter in state PREPARED needs no lock.
     */
    public Letter lock(Letter letter) {
        if (letter.state() != State.PREPARED) {
            getEntityManager().refresh(letter, LockModeType.PESSIMISTIC_WRITE);
        }
        return letter;
    }

    public LetterDraft draft(Letter letter) {
        return new LetterDraft(
                letter.content(),
                getEntityManager()
                        .createQuery("from Enclosure where letterId = ?1 order by position", Enclosure.class)
                        .setParameter(1, letter.id())
                        .getResultStream()
                        .map(Enclosure::sheet)
                        .toList());
    }

    /** The XHTML of the PDFs that letters with these ids still lack. */
    List<Enclosure> unprinted(long first, long last, int limit) {
        return getEntityManager()
                .createQuery(
                        "select page from Enclosure page where page.letterId between ?1 and ?2 and page.mediaType ="
                                + " 'text/html' and not exists (select 1 from Enclosure pdf where pdf.letterId ="
                                + " page.letterId and pdf.name = replace(page.name, '.html', '.pdf')) order by"
                                + " page.letterId desc",
                        Enclosure.class)
                .setParameter(1, first)
                .setParameter(2, last)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The enclosure of that name, which is this one unless it has one already. */
    Enclosure encloseOnce(long letter, Attachment sheet) {
        Enclosure before = getEntityManager().find(Enclosure.class, new Enclosure.Key(letter, sheet.name()));
        return before == null ? enclose(letter, sheet) : before;
    }

    private Enclosure enclose(long letter, Attachment sheet) {
        Enclosure enclosure = new Enclosure(letter, sheet);
        getEntityManager().persist(enclosure);
        return enclosure;
    }

    public List<DeliveryAttempt> attempts(Letter letter) {
        return getEntityManager()
                .createQuery("from DeliveryAttempt where letterId = ?1 order by number", DeliveryAttempt.class)
                .setParameter(1, letter.id())
                .getResultList();
    }

    /** Number of letters to a partner in each state that is not final; letters that are only prepared do not count. */
    public Map<State, Integer> counts(String partnerId) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        getEntityManager()
                .createQuery(
                        "select state, count(*) from Letter where partnerId = ?1 and state in ?2 group by state",
                        Object[].class)
                .setParameter(1, partnerId)
                .setParameter(2, UNSETTLED)
                .getResultList()
                .forEach(row -> counts.put((State) row[0], ((Number) row[1]).intValue()));
        return counts;
    }

    /** Keys of the letters that wait for delivery to a partner. */
    public List<Dispatched> waiting(String partnerId) {
        return found(
                "select id, reference, partnerId from Letter where partnerId = ?1 and state in (WAITING, UNKNOWN)",
                partnerId,
                Integer.MAX_VALUE);
    }

    /** Letters to a partner in a state that is not final, the oldest first. */
    public List<Letter> unsettled(String partnerId, int limit) {
        return find("partnerId = ?1 and state in ?2 order by sendingSince, id", partnerId, UNSETTLED)
                .range(0, limit - 1)
                .list();
    }
}
