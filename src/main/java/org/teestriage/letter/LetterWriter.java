package org.teestriage.letter;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.PoliceReport;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.decision.Thresholds;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Partner.Kind;
import org.teestriage.directory.Partners;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.Letter.State;
import org.teestriage.letter.content.Assessed;
import org.teestriage.letter.content.CeopLetter;
import org.teestriage.letter.content.EarlierEdition;
import org.teestriage.letter.content.LadoLetter;
import org.teestriage.letter.content.PartnerView;
import org.teestriage.letter.content.PlatformLetter;
import org.teestriage.letter.content.PoliceLetter;
import org.teestriage.letter.content.PolicePosition;
import org.teestriage.letter.content.ReportingOrganisation;
import org.teestriage.letter.content.ReportsSettings;
import org.teestriage.letter.content.SocialCareLetter;
import org.teestriage.letter.content.WholeLetter;
import org.teestriage.letter.content.WholeLetter.Edition;
import org.teestriage.platform.document.Attachment;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.workflow.process.StepRef;
import org.teestriage.workflow.step.DecidedSteps;

/** Created at the start, so that a sender of reports that cannot be used stops the start. */
@Startup
@ApplicationScoped
public class LetterWriter {

    private static final Set<State> STAYED_HERE = EnumSet.of(State.PREPARED, State.NOT_NEEDED, State.REPLACED);

    private static final Set<State> NOT_THERE =
            EnumSet.of(State.PREPARED, State.NOT_NEEDED, State.REPLACED, State.REJECTED);

    private final Partners partners;
    private final Recipients recipients;
    private final Outbox outbox;
    private final DecidedSteps decided;
    private final PartnerViews partnerViews;
    private final Timeline timeline;
    private final @Nullable ReportingOrganisation ourselves;

    LetterWriter(
            Partners partners,
            Recipients recipients,
            Outbox outbox,
            DecidedSteps decided,
            PartnerViews partnerViews,
            Timeline timeline,
            ReportsSettings settings) {
        this.partners = partners;
        this.recipients = recipients;
        this.outbox = outbox;
        this.decided = decided;
        this.partnerViews = partnerViews;
        this.timeline = timeline;
        this.ourselves = settings.ourselves().orElse(null);
    }

    /** A letter before it is stored. */
    private record Writing(Purpose purpose, Recipient to, WholeLetter letter) {}

    public void write(Concern concern, StepRef place, Instant now) {
        post(
                concern,
                place,
                writing(partnerViews.of(concern, BusinessClock.dateOf(now)), place, BusinessClock.dateOf(now)),
                now);
    }

    /**
     * Writes unapproved letters again that would tell something else now, or another recipient. Returns those that would,
     * where a partner got one: the latest of each purpose and item. A supplement that was not needed counts as told.
     */
    public List<Letter> follow(Concern concern, Instant now) {
        List<Letter> letters = List.copyOf(outbox.of(concern.reference()));
        if (letters.isEmpty()) {
            return List.of();
        }
        LocalDate today = BusinessClock.dateOf(now);
        PartnerView told = partnerViews.of(concern, today);
        List<Letter> overtaken = new ArrayList<>();
        for (Letter letter : letters) {
            boolean prepared = letter.state() == State.PREPARED;
            if (!isLatest(letter, letters) || !(prepared || wentOut(letter, letters))) {
                continue;
            }
            Writing anew = writing(told, place(letter), today);
            if (!differs(letter, anew)) {
                continue;
            }
            if (prepared) {
                letter.replaced(now);
                post(concern, place(letter), anew, now);
            } else {
                overtaken.add(letter);
            }
        }
        return overtaken;
    }

    private static boolean differs(Letter letter, Writing anew) {
        return letter.tellsOtherThan(anew.letter().toldHash())
                || !anew.to().name().equals(letter.partner());
    }

    private static boolean isLatest(Letter letter, List<Letter> letters) {
        return Outbox.latest(letters, letter.purpose(), letter.item())
                .filter(latest -> latest.number() == letter.number())
                .isPresent();
    }

    private static boolean wentOut(Letter letter, List<Letter> letters) {
        return letters.stream()
                .anyMatch(earlier -> LetterViews.isFor(earlier, letter.purpose(), letter.item())
                        && !STAYED_HERE.contains(earlier.state()));
    }

    private static StepRef place(Letter letter) {
        return new StepRef(letter.reference(), element(letter.purpose()), letter.item());
    }

    private static String element(Purpose purpose) {
        return switch (purpose) {
            case SOCIAL_CARE_REFERRAL -> "letter-to-social-care";
            case POLICE_REPORT -> "letter-to-police";
            case CEOP_REPORT -> "text-for-ceop";
            case PLATFORM_REPORT -> "text-for-platform";
            case LADO_REFERRAL -> "letter-to-lado";
        };
    }

    private Writing writing(PartnerView told, StepRef place, LocalDate today) {
        Concern concern = told.concern();
        return switch (place.element()) {
            case "letter-to-social-care" -> {
                ChildItem item = ChildItem.of(place.item());
                Part part = concern.partOfChild(item.child());
                yield new Writing(
                        Purpose.SOCIAL_CARE_REFERRAL,
                        recipients.socialCare(concern, item, today),
                        SocialCareLetter.of(told, item.child(), assessed(part, item.child(), concern)));
            }
            case "letter-to-police" ->
                new Writing(
                        Purpose.POLICE_REPORT, recipients.police(concern, place.item(), today), PoliceLetter.of(told));
            case "text-for-ceop" ->
                new Writing(Purpose.CEOP_REPORT, Recipient.of(partners.only(Kind.CEOP, today)), CeopLetter.of(told));
            case "text-for-platform" -> {
                int account = Integer.parseInt(place.item());
                String typed = String.valueOf(concern.facts().account(account).platform());
                Partner platform = partners.platform(typed, today);
                yield new Writing(
                        Purpose.PLATFORM_REPORT,
                        partners.stands(platform) ? Recipient.named(typed, platform) : Recipient.of(platform),
                        PlatformLetter.of(told, account, platform, ourselves));
            }
            case "letter-to-lado" -> {
                int suspect = Integer.parseInt(place.item());
                yield new Writing(
                        Purpose.LADO_REFERRAL,
                        recipients.lado(concern.facts().suspects().get(suspect - 1), today),
                        LadoLetter.of(told, suspect, policePosition(concern)));
            }
            default -> throw new IllegalStateException("no letter is defined for element " + place.element());
        };
    }

    private @Nullable PolicePosition policePosition(Concern concern) {
        return decided.latest(concern.reference(), Step.POLICE_REPORT, "")
                .map(step -> PolicePosition.of(step.decision(PoliceReport.class)))
                .orElse(null);
    }

    private Assessed assessed(Part part, int child, Concern concern) {
        return decided.latest(concern.reference(), Step.THRESHOLD_DECISION, String.valueOf(part.number()))
                .flatMap(step -> step.decision(ThresholdDecision.class).children().stream()
                        .filter(each -> each.child() == child)
                        .findFirst()
                        .map(each -> assessed(each, Thresholds.on(BusinessClock.dateOf(step.decidedAt())))))
                .orElseGet(Assessed::notYet);
    }

    private static Assessed assessed(ThresholdDecision.ForChild decided, Thresholds.Version thresholds) {
        String level = decided.level();
        ThresholdDecision.NotShared notShared = decided.notShared();
        ThresholdDecision.ContactPlan plan = decided.contactPlan();
        return new Assessed(
                decided.outcomes().stream().map(Enum::name).sorted().toList(),
                decided.rationale(),
                level == null ? null : thresholds.cited(level).orElse(level),
                notShared == null ? null : new Assessed.NotShared(notShared.from(), notShared.because()),
                plan == null ? null : new Assessed.ContactPlan(plan.contact().name(), plan.because()));
    }

    private void post(Concern concern, StepRef place, Writing writing, Instant now) {
        Purpose purpose = writing.purpose();
        WrittenEdition written = edition(concern, place.item(), writing, now);
        Letter letter = outbox.post(concern, purpose, place.item(), writing.to(), written, now);
        timeline.appendByPath(
                concern,
                now,
                new TimelineEvent(
                        TimelineEvent.Kind.LETTER,
                        place.element(),
                        place.item(),
                        "A letter to %s was prepared; a person sends it or approves it.".formatted(purpose.reader()),
                        new Prepared(
                                letter.number(),
                                letter.partner(),
                                letter.revision(),
                                letter.contentHash(),
                                written.draft().enclosures().stream()
                                        .map(Bytes::of)
                                        .toList())));
    }

    /** What the partner does not have yet, or the whole letter if there is nothing that it could add to. */
    private WrittenEdition edition(Concern concern, String item, Writing writing, Instant now) {
        WholeLetter letter = writing.letter();
        Edition edition = new Edition(
                outbox.next(concern.reference(), writing.purpose(), item),
                concern.factsRevision(),
                BusinessClock.dateOf(now),
                recipients.sender(part(concern, writing.purpose(), item)));
        return outbox.of(concern.reference()).stream()
                .filter(earlier -> LetterViews.isFor(earlier, writing.purpose(), item))
                .filter(earlier -> !NOT_THERE.contains(earlier.state())
                        && earlier.partner().equals(writing.to().name()))
                .reduce((older, newer) -> newer)
                .filter(there -> there.tellsOtherThan(letter.toldHash()))
                .map(there -> new WrittenEdition(
                        letter.adding(
                                edition,
                                new EarlierEdition(
                                        there.revision(),
                                        BusinessClock.dateOf(there.preparedAt()),
                                        outbox.whole(there))),
                        letter.toldHash(),
                        there.revision()))
                .orElseGet(() -> new WrittenEdition(letter.whole(edition), letter.toldHash(), null));
    }

    /** Timeline details of a letter: recipient, and the hashes of its exact text and enclosures. */
    record Prepared(int letter, String partner, int revision, String contentHash, List<Bytes> enclosures) {}

    record Bytes(String name, String hash) {
        static Bytes of(Attachment sheet) {
            return new Bytes(sheet.name(), sheet.hash());
        }
    }

    /** The part whose hub handles the letter: the part of the letter's child, else the first part. */
    public Part partOf(Concern concern, String number) {
        return outbox.numbered(concern.reference(), number)
                .map(letter -> part(concern, letter.purpose(), letter.item()))
                .orElseGet(() -> concern.leadingPart());
    }

    private static Part part(Concern concern, Purpose purpose, String item) {
        return purpose == Purpose.SOCIAL_CARE_REFERRAL
                ? concern.partOfChild(ChildItem.of(item).child())
                : concern.leadingPart();
    }

    /** The partner's current entry; empty if the letter must be sent by a person or the entry has ended. */
    Optional<Partner> partner(Letter letter, Instant now) {
        return letter.partnerId().flatMap(id -> partners.find(id, BusinessClock.dateOf(now)));
    }
}
