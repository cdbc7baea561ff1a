package org.teestriage.letter.content;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Later;
import org.teestriage.concern.Note;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Device.Capture;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Images;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.Pattern;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.concern.facts.Spread;
import org.teestriage.concern.facts.Statement;
import org.teestriage.concern.facts.Statement.Circumstances;
import org.teestriage.concern.facts.Withdrawable;

final class AccountSections {

    /** How the entry of an amendment begins. */
    static final String AMENDED = "Facts added or corrected (";

    private AccountSections() {}

    static void harm(LetterPage page, Facts facts) {
        page.heading("Harm");
        page.line("Kinds", Spoken.words(facts.kinds().stream()));
        page.line("Channels", Spoken.words(facts.channels().stream()));
    }

    static void pattern(LetterPage page, Facts facts) {
        Pattern pattern = facts.pattern();
        if (pattern != null) {
            page.heading("Pattern of the abuse");
            page.line("Many children were contacted", pattern.manyChildren());
            page.line("How many", pattern.howMany());
            page.line("A community or group of abusers", pattern.groupOfAbusers());
            page.told("What is known of the group", "", pattern.groupKnown());
            page.line("Adults were groomed to abuse", pattern.adultsGroomed());
            page.told("What is known of these adults", "", pattern.adultsKnown());
        }
    }

    /** The latest contact of any account, because evidence is kept for a limited time. */
    static void contact(LetterPage page, Facts facts) {
        page.heading("Contact");
        facts.suspects().stream()
                .filter(Withdrawable::stands)
                .flatMap(suspect -> suspect.identities().stream())
                .filter(Withdrawable::stands)
                .flatMap(account -> Stream.ofNullable(account.lastContact()))
                .max(Comparator.naturalOrder())
                .ifPresent(day -> page.line("Last contact", day));
        page.line("Contact continues", facts.contactContinuing());
    }

    static void account(LetterPage page, Facts facts) {
        page.heading("Account");
        facts.account().stream().filter(Withdrawable::stands).forEach(statement -> statement(page, statement, null));
        page.told("Done so far", "", facts.doneSoFar());
    }

    /** What was said about one child, or about all. */
    static void about(LetterPage page, Facts facts, int child) {
        facts.account().stream()
                .filter(statement -> statement.stands() && statement.isAbout(child))
                .forEach(statement -> statement(page, statement, null));
    }

    static void since(LetterPage page, List<Later> later) {
        page.heading("Since it was raised, the newest first");
        later.forEach(each -> {
            String told = "told " + Spoken.joined(each.at(), each.by());
            Addition addition = each.told();
            if (addition instanceof DangerReport danger) {
                page.told("Danger has grown", Spoken.joined(told, page.whom(danger)), danger.what());
                DangerSections.police(page, danger.policeContact());
            } else if (addition instanceof Information information) {
                information.account().forEach(statement -> statement(page, statement, told));
            } else if (addition instanceof Amendment amendment) {
                page.line(AMENDED + told + ")", "said by " + amendment.saidBy());
            } else if (addition instanceof PhoneCall call) {
                page.line(
                        "Call to %s (%s)".formatted(Spoken.word(call.to()), told),
                        Spoken.joined(call.rungBy(), call.rungAt(), call.theirReference(), call.agreed()));
            }
        });
    }

    static void thatDangerGrew(LetterPage page, List<Later> later) {
        page.heading("Since it was raised");
        later.stream()
                .filter(each -> each.kind() == Note.Kind.DANGER)
                .map(Later::at)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> page.line("The danger to a child is said to have grown", at));
    }

    private static void statement(LetterPage page, Statement statement, @Nullable String told) {
        String from = Spoken.joined(statement.saidBy(), statement.on(), told, page.whom(statement));
        page.told(Spoken.whose(statement.kind()), from, statement.text());
        Circumstances taken = statement.taken();
        if (taken != null) {
            page.line("Time", taken.time());
            page.line("Place", taken.place());
            page.line("Present", taken.present());
            page.line("Written down by", taken.writtenBy());
        }
    }

    /** To whom images went, and when they were seen again. */
    static void spread(LetterPage page, Facts facts) {
        Images images = facts.images();
        if (images == null || images.spread() == null) {
            return;
        }
        page.line("Images were sent to", Spoken.words(images.spread().sentTo().stream()));
        page.told("Who got them", "", images.spread().sentToWhom());
        images.spread().seenAgain().stream()
                .filter(Withdrawable::stands)
                .forEach(seen -> page.told("Seen again after removal", Spoken.joined(seen.on()), seen.where()));
    }

    /** Without the places, which may tell who the child is. */
    static void thatImagesWereSeenAgain(LetterPage page, Facts facts) {
        Images images = facts.images();
        if (images == null || images.spread() == null) {
            return;
        }
        if (images.spread().sentTo().contains(Spread.SentTo.PUBLIC_SITE)) {
            page.line("Images of a child are or were on", "a public site");
        }
        images.spread().seenAgain().stream()
                .filter(Withdrawable::stands)
                .forEach(seen -> page.line(
                        "Images of a child were seen again after removal",
                        seen.on() == null ? "on a day that is not known" : seen.on()));
    }

    static void evidence(LetterPage page, Facts facts) {
        page.heading("Evidence");
        if (facts.images() != null && facts.images().exist() == Answer.YES) {
            page.line(
                    "Images exist, not held by us",
                    Spoken.joined(
                            facts.images().heldWhere(),
                            Spoken.held(facts.images().heldBy())));
            page.line("An adult is involved in them", facts.images().adultInvolved());
            page.line("A child in them is under 13", facts.images().childUnder13());
            page.line("They were made or changed by AI", facts.images().madeByAi());
        }
        spread(page, facts);
        for (Device device :
                facts.devices().stream().filter(Withdrawable::stands).toList()) {
            page.line("Device", Spoken.joined(device.description(), Spoken.held(device.heldBy()), device.where()));
            page.line("Secured, powered and offline", device.secured());
            Capture captured = device.captured();
            if (captured != null) {
                page.told(
                        "How it was captured",
                        Spoken.joined(captured.by() == null ? null : "by " + captured.by(), captured.on()),
                        captured.how());
            }
        }
    }
}
