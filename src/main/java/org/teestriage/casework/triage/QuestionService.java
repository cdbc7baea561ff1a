package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.question.AnswerTimes;
import org.teestriage.casework.question.Question;
import org.teestriage.casework.question.QuestionRequest;
import org.teestriage.casework.question.QuestionWithdrawal;
import org.teestriage.casework.question.Questions;
import org.teestriage.casework.question.QuestionsView;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Information;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.directory.Directory;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.TimelineEvent.Kind;

/** Questions of a hub to the person who raised a concern. */
@ApplicationScoped
public class QuestionService {

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final RepeatableRequests repeatableRequests;
    private final AdditionEffects additionEffects;
    private final UpdateCompletion updateCompletion;
    private final Questions questions;
    private final DeadlineRules deadlineRules;
    private final Directory directory;

    QuestionService(
            ConcernAccess concernAccess,
            Transactions transactions,
            RepeatableRequests repeatableRequests,
            AdditionEffects additionEffects,
            UpdateCompletion updateCompletion,
            Questions questions,
            DeadlineRules deadlineRules,
            Directory directory) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.repeatableRequests = repeatableRequests;
        this.additionEffects = additionEffects;
        this.updateCompletion = updateCompletion;
        this.questions = questions;
        this.deadlineRules = deadlineRules;
        this.directory = directory;
    }

    public QuestionsView of(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading reading = concernAccess.forReading(officer, Act.SEE_STATUS, reference, What.STANDING);
            return new QuestionsView(
                    reference,
                    questions.of(reference).stream()
                            .map(question -> QuestionsView.line(
                                    question, reading.redaction(), reading.may(Act.SEE_CASE), concernAccess.now()))
                            .toList());
        });
    }

    /** Asks the referrer, who answers by the end of the hub's day so many working days later. */
    public ConcernStatus ask(Officer officer, Reference reference, QuestionRequest request, @Nullable String key) {
        return changed(
                officer,
                Act.TRIAGE,
                new IdempotentRequests.Request(key, "question " + reference, request),
                reference,
                (update, asked) -> {
                    update.requireOpen();
                    Concern concern = update.concern();
                    Instant due = AnswerTimes.due(
                            concern.priority(),
                            update.now(),
                            deadlineRules.hubClock(
                                    directory.hub(concern.leadingPart().hub()).hours()));
                    int number = asked.size() + 1;
                    Question question =
                            new Question(reference, number, request.text(), update.now(), officer.name(), due);
                    questions.add(question);
                    asked.add(question);
                    update.record(
                            Kind.QUESTION,
                            "The referrer was asked question %d, to be answered by %s."
                                    .formatted(number, LondonTime.when(due)),
                            request);
                });
    }

    /** Stores the answer as further information, which an officer reviews. Also for what a referrer says on the telephone. */
    public ConcernStatus answer(
            Officer officer, Reference reference, int number, Information answer, @Nullable String key) {
        return changed(
                officer,
                Act.TELL,
                new IdempotentRequests.Request(key, "answer %s %d".formatted(reference, number), answer),
                reference,
                (update, asked) -> {
                    Question question = open(asked, number);
                    question.answer(additionEffects.inform(update, answer), officer.name(), update.now());
                    update.record(Kind.QUESTION, "Question %d was answered.".formatted(number), number);
                });
    }

    public ConcernStatus withdraw(
            Officer officer, Reference reference, int number, QuestionWithdrawal withdrawal, @Nullable String key) {
        return changed(
                officer,
                Act.TRIAGE,
                new IdempotentRequests.Request(key, "withdraw %s %d".formatted(reference, number), withdrawal),
                reference,
                (update, asked) -> {
                    open(asked, number).withdraw(withdrawal.because(), officer.name(), update.now());
                    update.record(Kind.QUESTION, "Question %d was withdrawn.".formatted(number), withdrawal);
                });
    }

    /** Records that the referrer was reminded outside the service. */
    public ConcernStatus chase(Officer officer, Reference reference, int number, @Nullable String key) {
        return changed(
                officer,
                Act.TRIAGE,
                new IdempotentRequests.Request(key, "chase %s %d".formatted(reference, number), number),
                reference,
                (update, asked) -> {
                    open(asked, number).chase(officer.name(), update.now());
                    update.record(Kind.QUESTION, "The referrer was reminded of question %d.".formatted(number), number);
                });
    }

    private ConcernStatus changed(
            Officer officer,
            Act act,
            IdempotentRequests.Request request,
            Reference reference,
            BiConsumer<ConcernUpdate, List<Question>> change) {
        return repeatableRequests.answer(officer, request, () -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, act, reference);
            if (act == Act.TRIAGE) {
                HubRecord.requireMayAdd(concernAccess, update, "a question");
            }
            List<Question> asked = new ArrayList<>(questions.of(reference));
            change.accept(update, asked);
            update.concern().answersDue(Questions.nextDue(asked).orElse(null));
            return updateCompletion.complete(update);
        });
    }

    private static Question open(List<Question> asked, int number) {
        Question question = asked.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> RequestRefusedException.conflict("This concern has no question %d.".formatted(number)));
        if (!question.open()) {
            throw RequestRefusedException.conflict(
                    "Question %d is settled: %s %s %s. To add more, add further information. Nothing has changed."
                            .formatted(
                                    number,
                                    question.settledBy(),
                                    question.state() == Question.State.ANSWERED ? "answered it" : "withdrew it",
                                    LondonTime.when(Objects.requireNonNull(question.settledAt()))));
        }
        return question;
    }
}
