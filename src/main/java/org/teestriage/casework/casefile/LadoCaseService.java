package org.teestriage.casework.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Allegation;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.decision.Step;
import org.teestriage.letter.Letter;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;

@ApplicationScoped
public class LadoCaseService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final PathViewAssembler pathViewAssembler;

    LadoCaseService(
            Transactions transactions,
            ConcernAccess concernAccess,
            ConcernStatusAssembler concernStatusAssembler,
            PathViewAssembler pathViewAssembler) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.concernStatusAssembler = concernStatusAssembler;
        this.pathViewAssembler = pathViewAssembler;
    }

    /** All that the officer may see of it. For who may not know of the LADO, it does not exist. */
    public LadoCase of(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            if (!Access.may(officer, Act.SEE_CASE)) {
                throw RequestRefusedException.absent();
            }
            ConcernReading sight = concernAccess.forAnswering(officer, Act.SEE_CASE, reference);
            if (sight.redaction().lado()) {
                throw RequestRefusedException.absent();
            }
            concernAccess.recordReading(officer, List.of(reference), What.FACTS);
            concernAccess.recordReading(officer, List.of(reference), What.PATH);
            Instant now = concernAccess.now();
            return of(concernStatusAssembler.of(sight, now), pathViewAssembler.of(sight, now));
        });
    }

    private static LadoCase of(ConcernStatus standing, PathView path) {
        Facts facts = Objects.requireNonNull(standing.facts());
        return new LadoCase(
                standing.reference(),
                IntStream.rangeClosed(1, facts.suspects().size())
                        .filter(number -> concernsTheLado(facts, number) || wasTold(standing, path, number))
                        .mapToObj(number -> person(facts, number, standing, path))
                        .toList(),
                work(path, (step, item) -> step == Step.POLICE_REPORT),
                !Boolean.TRUE.equals(standing.throughBrokenGlass()));
    }

    private static boolean concernsTheLado(Facts facts, int number) {
        return facts.suspectsAtWork().contains(number)
                || facts.adultsWhoMayWorkWithChildren().contains(number);
    }

    private static boolean wasTold(ConcernStatus standing, PathView path, int number) {
        LadoCase.Work work = workOn(path, number);
        return !work.open().isEmpty()
                || !work.decided().isEmpty()
                || !letters(standing, number).isEmpty();
    }

    private static LadoCase.Person person(Facts facts, int number, ConcernStatus standing, PathView path) {
        Suspect told = facts.suspects().get(number - 1);
        Allegation allegation = Optional.ofNullable(told.allegation()).orElse(Allegation.NOT_ASKED);
        return new LadoCase.Person(
                number,
                told,
                IntStream.rangeClosed(1, facts.children().size())
                        .filter(child -> allegation.isAbout(child)
                                && facts.children().get(child - 1).stands())
                        .mapToObj(child -> new LadoCase.Concerned(
                                child, facts.children().get(child - 1).name()))
                        .toList(),
                workOn(path, number),
                letters(standing, number));
    }

    private static List<ConcernStatus.LetterLine> letters(ConcernStatus standing, int number) {
        return standing.letters().stream()
                .filter(letter -> letter.purpose().equals(Letter.Purpose.LADO_REFERRAL.name())
                        && letter.item().equals(String.valueOf(number)))
                .toList();
    }

    private static LadoCase.Work workOn(PathView path, int number) {
        return work(
                path,
                (step, item) -> (step == Step.LADO_REFERRAL || step == Step.LADO_EVALUATION)
                        && item.equals(String.valueOf(number)));
    }

    private static LadoCase.Work work(PathView path, BiPredicate<Step, String> which) {
        return new LadoCase.Work(
                path.open().stream()
                        .filter(step -> which.test(Step.of(step.step()).orElseThrow(), step.item()))
                        .toList(),
                path.done().stream()
                        .filter(step -> which.test(Step.of(step.step()).orElseThrow(), step.item()))
                        .toList());
    }
}
