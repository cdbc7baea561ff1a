package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.path.ObligationAssessment;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Step;
import org.teestriage.decision.wording.Choice;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.timeline.Reading.What;
import org.teestriage.workflow.obligation.NotNeededRequest;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.ObligationKind;
import org.teestriage.workflow.obligation.Obligations;

@ApplicationScoped
public class ObligationService {

    private static final ObligationKind OPENS_BY_ITSELF = ObligationKind.END_OF_ENQUIRIES;

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final RepeatableRequests repeatableRequests;
    private final Obligations obligations;
    private final ObligationAssessment obligationAssessment;
    private final PathInputs pathInputs;
    private final Restrictions restrictions;
    private final UpdateCompletion updateCompletion;

    ObligationService(
            ConcernAccess concernAccess,
            Transactions transactions,
            RepeatableRequests repeatableRequests,
            Obligations obligations,
            ObligationAssessment obligationAssessment,
            PathInputs pathInputs,
            Restrictions restrictions,
            UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.repeatableRequests = repeatableRequests;
        this.obligations = obligations;
        this.obligationAssessment = obligationAssessment;
        this.pathInputs = pathInputs;
        this.restrictions = restrictions;
        this.updateCompletion = updateCompletion;
    }

    public ObligationsView of(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.PATH);
            Redaction redaction = sight.redaction();
            return new ObligationsView(
                    reference,
                    obligations.of(reference).stream()
                            .filter(each -> !redaction.hides(each.kind().step()))
                            .map(each -> line(sight.concern(), each, redaction))
                            .toList());
        });
    }

    /** The order of reports never waits for the LADO alone, so why one waits shows nothing of a hidden referral. */
    private ObligationsView.Line line(Concern concern, Obligation each, Redaction redaction) {
        Obligation.Cause cause = each.cause();
        boolean byHand = cause.openedBy() != null;
        return new ObligationsView.Line(
                each.kind(),
                each.item(),
                each.round(),
                each.kind().step().title(),
                each.kind().step().id(),
                each.state(),
                each.dueSince(),
                cause.factsRevision(),
                byHand ? redaction.typed(cause.reason()).orElse(null) : cause.reason(),
                cause.source().isEmpty() ? null : cause.source(),
                cause.openedBy(),
                each.openedAt().orElse(null),
                obligationAssessment.waitsFor(concern, each).orElse(null),
                each.settledAt().orElse(null),
                each.settledBy().orElse(null),
                each.settledBecause().flatMap(redaction::typed).orElse(null),
                each.request()
                        .map(request -> notNeeded(each, request, redaction))
                        .orElse(null));
    }

    private static ObligationsView.NotNeeded notNeeded(Obligation each, NotNeededRequest request, Redaction redaction) {
        return new ObligationsView.NotNeeded(
                request.askedByName(),
                request.askedAt(),
                request.decision(each.kind().step().decision())
                        .settlement()
                        .flatMap(settlement -> Optional.ofNullable(settlement.whyNotNeeded()))
                        .flatMap(redaction::typed)
                        .orElse(null),
                request.because(),
                request.decidedBy(),
                request.decidedAt(),
                request.agreed(),
                Optional.ofNullable(request.rationale())
                        .flatMap(redaction::typed)
                        .orElse(null));
    }

    /** What the officer can open by hand: each kind, with each account, person and child that it can be about. */
    public List<Choice> choices(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING);
            Facts facts = sight.redaction().apply(sight.concern().facts());
            Stream<Choice> byFacts = Arrays.stream(ObligationKind.values())
                    .filter(kind -> !sight.redaction().hides(kind.step()))
                    .flatMap(kind -> choices(kind, facts));
            return Stream.concat(byFacts, ofParts(reference)).toList();
        });
    }

    /** What follows a strategy discussion of a part can be opened again once it was due. */
    private Stream<Choice> ofParts(Reference reference) {
        return obligations.of(reference).stream()
                .filter(each -> each.kind().item() == Step.Item.PART && each.kind() != OPENS_BY_ITSELF)
                .map(each -> new Choice(
                        "%s/%s".formatted(each.kind(), each.item()),
                        "%s: part %s".formatted(each.kind().step().title(), each.item())))
                .distinct();
    }

    private static Stream<Choice> choices(ObligationKind kind, Facts facts) {
        String title = kind.step().title();
        return kind.item() == Step.Item.NONE
                ? Stream.of(new Choice(kind.name(), title))
                : items(kind, facts).entrySet().stream()
                        .map(item ->
                                new Choice("%s/%d".formatted(kind, item.getKey()), title + ": " + item.getValue()));
    }

    /** What a report of this kind can be about, in words, by its number. */
    private static NavigableMap<Integer, String> items(ObligationKind kind, Facts facts) {
        NavigableMap<Integer, String> items = new TreeMap<>();
        switch (kind.item()) {
            case ACCOUNT ->
                facts.accounts()
                        .forEach(account -> items.put(
                                account.number(),
                                named(
                                        "account",
                                        account.number(),
                                        account.identity().platform(),
                                        account.identity().handle())));
            case SUSPECT ->
                facts.suspects()
                        .forEach(person -> items.put(
                                items.size() + 1,
                                named("person", items.size() + 1, person.realName(), person.claimedName())));
            case CHILD ->
                facts.children()
                        .forEach(child -> items.put(items.size() + 1, named("child", items.size() + 1, child.name())));
            default -> {}
        }
        return items;
    }

    private static String named(String thing, int number, @Nullable String... names) {
        return Stream.concat(
                        Stream.of("%s %d".formatted(thing, number)),
                        Arrays.stream(names)
                                .filter(name -> !Blanks.nothing(name))
                                .map(String::valueOf))
                .collect(Collectors.joining(", "));
    }

    /** Opens a report or referral by hand, at any moment. A closed concern is opened again for it alone. */
    public ConcernStatus open(Officer officer, Reference reference, ObligationOpening opening, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "obligation " + reference, opening), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.TRIAGE, reference);
                    requireMayOpen(update, opening.kind());
                    String item = item(update, opening);
                    requireSettled(update.concern(), opening.kind(), item);
                    pathInputs.reopenIfClosed(update, "Opened again for a report or referral.");
                    if (opening.kind().step().isLadoStep()) {
                        restrictions.restrictWhatConcernsTheLado(update, "An officer opened a referral to the LADO.");
                    }
                    obligationAssessment.openByHand(update, opening.kind(), item, opening.reason());
                    return updateCompletion.complete(update);
                });
    }

    /** What was due once can be opened again, also for the place where a child is. */
    private String item(ConcernUpdate update, ObligationOpening opening) {
        String item = opening.item() == null ? "" : opening.item();
        boolean known = obligations
                .latest(update.concern().reference(), opening.kind(), item)
                .isPresent();
        if (known || (opening.kind().item() == Step.Item.NONE && item.isEmpty())) {
            return item;
        }
        NavigableMap<Integer, String> items =
                items(opening.kind(), update.concern().facts());
        if (item.matches("[1-9][0-9]{0,2}") && items.containsKey(Integer.valueOf(item))) {
            return item;
        }
        throw RequestRefusedException.conflict(nameOf(opening.kind(), items.isEmpty() ? 0 : items.lastKey()));
    }

    private static String nameOf(ObligationKind kind, int known) {
        return switch (kind.item()) {
            case ACCOUNT -> numbered("account with a platform", known);
            case SUSPECT -> numbered("person of concern", known);
            case CHILD -> numbered("child", known);
            case PART -> "Record a strategy discussion of the part first.";
            default ->
                "%s is about the whole concern. Send no item."
                        .formatted(kind.step().title());
        };
    }

    private static String numbered(String thing, int known) {
        return known == 0
                ? "This concern names no %s. Add it first.".formatted(thing)
                : "Say which %s, by its number from 1 to %d.".formatted(thing, known);
    }

    /** Before anything is said of the item, so that a refusal shows nothing of a hidden referral. */
    private void requireMayOpen(ConcernUpdate update, ObligationKind kind) {
        Concern concern = update.concern();
        if (concern.parts().stream().noneMatch(part -> concernAccess.actsAt(update, part.hub()))) {
            throw RequestRefusedException.notAllowed("Only a hub that answers for these children can open a report.");
        }
        if (concernAccess.redaction(update.officer(), concern).hides(kind.step())) {
            throw RequestRefusedException.notAllowed(
                    "What concerns the LADO is for named people here. Ask a manager who is one of them.");
        }
        if (kind == OPENS_BY_ITSELF) {
            throw RequestRefusedException.conflict(
                    "It opens by itself, once a strategy discussion decides against section"
                            + " 47 enquiries that stand for a child.");
        }
        if (concern.duplicateOf().isPresent()) {
            throw RequestRefusedException.conflict(
                    "This concern was withdrawn as a duplicate. Open the report at the other concern, which continues.");
        }
    }

    private void requireSettled(Concern concern, ObligationKind kind, String item) {
        Optional<Obligation> last = obligations.latest(concern.reference(), kind, item);
        last.filter(each -> !each.state().settled()).ifPresent(open -> {
            throw RequestRefusedException.conflict("%s is due already. %s"
                    .formatted(
                            kind.step().title(),
                            obligationAssessment.waitsFor(concern, open).orElse("Decide the open step.")));
        });
    }
}
