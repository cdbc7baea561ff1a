package org.teestriage.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Approval;
import org.teestriage.decision.CeopDecision;
import org.teestriage.decision.Decision;
import org.teestriage.decision.LadoLetterChase;
import org.teestriage.decision.LadoReferral;
import org.teestriage.decision.LetterChase;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.PoliceReport;
import org.teestriage.decision.Report;
import org.teestriage.decision.Sent;
import org.teestriage.decision.SocialCareReferral;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.Letter.State;
import org.teestriage.platform.transaction.RequestRefusedException;

/** What decisions do to letters: approve them for the courier, record what a person brought, or drop them. */
@ApplicationScoped
public class LetterApprovals {

    private final Outbox outbox;
    private final ChannelOverrides channelOverrides;
    private final LetterWriter letterWriter;

    LetterApprovals(Outbox outbox, ChannelOverrides channelOverrides, LetterWriter letterWriter) {
        this.outbox = outbox;
        this.channelOverrides = channelOverrides;
        this.letterWriter = letterWriter;
    }

    /** What a decision says of the letter of its step. */
    private record Said(
            Purpose purpose, @Nullable Sent sent, @Nullable Approval approval, boolean notNeeded) {

        static @Nullable Said in(Decision decision) {
            if (decision instanceof SocialCareReferral referral) {
                return new Said(Purpose.SOCIAL_CARE_REFERRAL, referral.sent(), referral.approval(), false);
            }
            if (decision instanceof LadoReferral referral) {
                return new Said(Purpose.LADO_REFERRAL, referral.sent(), referral.approval(), false);
            }
            if (decision instanceof PoliceReport police) {
                return of(Purpose.POLICE_REPORT, police.report());
            }
            if (decision instanceof CeopDecision ceop) {
                return of(Purpose.CEOP_REPORT, ceop.report());
            }
            return decision instanceof PlatformDecision platform
                    ? of(Purpose.PLATFORM_REPORT, platform.report())
                    : null;
        }

        private static Said of(Purpose purpose, Report report) {
            return new Said(purpose, report.sent(), report.approval(), report.kind() == Report.Kind.NOT_NEEDED);
        }
    }

    /** Refuses what cannot be done to the letter, before anything changes. */
    public void check(Reference reference, String item, Decision decision, Instant now) {
        Said said = Said.in(decision);
        if (said != null && said.approval() != null) {
            Letter letter = outbox.latest(reference, said.purpose(), item).orElseThrow();
            check(letter, said.approval(), now);
        }
        LetterChase chase = chase(decision);
        if (chase != null) {
            Letter letter = outbox.numbered(reference, item).orElseThrow();
            boolean sentBack = letter.state() == State.REJECTED;
            if (chase.remedy() == LetterChase.Remedy.WAIT && sentBack) {
                throw RequestRefusedException.conflict(
                        "The partner sent this letter back: waiting brings no answer. Send it again, bring"
                                + " it another way, or say that it is not needed.");
            }
            if (chase.remedy() == LetterChase.Remedy.SEND_AGAIN) {
                reachable(letter, now);
            }
        }
    }

    private void check(Letter letter, Approval approval, Instant now) {
        if (!letter.contentHash().equals(approval.contentHash())) {
            throw RequestRefusedException.conflict(
                    "This is not the letter as it stands now. Read it again, then approve it.");
        }
        if (!letter.partner().equals(approval.recipient())) {
            throw RequestRefusedException.conflict(
                    "The letter is to somebody else. Read to whom it goes, and confirm that.");
        }
        reachable(letter, now);
    }

    private Partner reachable(Letter letter, Instant now) {
        return letterWriter
                .partner(letter, now)
                .filter(partner -> channelOverrides.wireTo(partner) != Transport.PERSON)
                .orElseThrow(() -> RequestRefusedException.conflict(
                        "No machine brings letters to this partner now. Send it yourself, and"
                                + " record how, when, and their reference."));
    }

    public void settle(ConcernUpdate update, String item, Decision decision) {
        Concern concern = update.concern();
        LetterChase chase = chase(decision);
        if (chase != null) {
            chased(
                    update,
                    outbox.lock(outbox.numbered(concern.reference(), item).orElseThrow()),
                    chase);
            return;
        }
        Said said = Said.in(decision);
        if (said == null) {
            return;
        }
        Letter letter = outbox.lock(
                outbox.latest(concern.reference(), said.purpose(), item).orElseThrow());
        if (said.sent() != null) {
            letter.acknowledged(update.now(), said.sent().theirReference());
        } else if (said.approval() != null) {
            letter.approve(
                    update.officer().name(),
                    update.now(),
                    reachable(letter, update.now()).receiptWithin());
        } else if (said.notNeeded()) {
            letter.notNeeded(update.now());
        }
    }

    private static @Nullable LetterChase chase(Decision decision) {
        return decision instanceof LadoLetterChase lado
                ? lado.chase()
                : decision instanceof LetterChase chase ? chase : null;
    }

    private void chased(ConcernUpdate update, Letter letter, LetterChase chase) {
        Sent sent = chase.sent();
        Instant until = chase.waitUntil();
        if (sent != null) {
            letter.acknowledged(update.now(), sent.theirReference());
        } else if (until != null) {
            letter.chaseAt(until);
        } else if (chase.remedy() == LetterChase.Remedy.NOT_NEEDED) {
            letter.notNeeded(update.now());
        } else {
            letter.sendAgain(update.now(), reachable(letter, update.now()).receiptWithin());
        }
    }
}
