package org.teestriage.letter.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Later;
import org.teestriage.concern.Note;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Address;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.concern.facts.Statement;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.concern.facts.Urgency;
import org.teestriage.concern.facts.Withdrawable;
import org.teestriage.directory.Partner;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.print.PlainText;
import org.teestriage.platform.print.PrintDocument;
import org.teestriage.platform.print.PrintHtml;

/** Content of the letters, each with only what its purpose needs: a platform never learns the identity of a child. */
public final class LetterContent {

    private static final String ORIGINAL = "the text of this letter and in the files for machines beside this one";

    private final PrintDocument.Writer writer;

    private LetterContent(String title, Concern concern) {
        writer = new PrintDocument.Writer(title, title + " " + concern.reference(), ORIGINAL);
    }

    /** A complete referral as text, coded data, and XHTML that is printed as PDF. */
    public static LetterDraft toSocialCare(PartnerView told, int child, Assessed decided) {
        Assessed assessed = told.shown(decided);
        Facts facts = told.facts();
        PrintDocument referral = opening("Referral to children's social care", told)
                .urgency(facts)
                .since(told.later())
                .child(facts.children().get(child - 1), told.elsewhere().get(child))
                .otherChildren(facts)
                .assessed(assessed)
                .harm(facts)
                .suspects(facts)
                .account(facts)
                .evidence(facts)
                .consents(facts)
                .referrer(facts)
                .writer
                .document();
        return LetterDraft.of(
                PlainText.of(referral),
                CodedReferral.of(told, child, assessed).sheet(),
                LetterDraft.toPrint("referral", PrintHtml.of(referral)));
    }

    public static LetterDraft toPolice(PartnerView told) {
        Facts facts = told.facts();
        ObjectNode report = (ObjectNode) Json.tree(facts);
        report.set("since", Json.tree(told.later()));
        LetterContent writing = opening("Report of suspected online abuse of a child", told);
        return writing.urgency(facts)
                .since(told.later())
                .children(told)
                .harm(facts)
                .suspects(facts)
                .account(facts)
                .evidence(facts)
                .referrer(facts)
                .draft(new Attachment(
                        "report.json", "application/json", Json.write(report).getBytes(UTF_8)));
    }

    /** Sections in the order of CEOP's form: reporter, events, child, suspect. */
    public static LetterDraft toCeop(PartnerView told) {
        Facts facts = told.facts();
        LetterContent writing = opening("Text for CEOP's report form", told)
                .referrer(facts)
                .account(facts)
                .since(told.later())
                .harm(facts);
        return writing.children(told).suspects(facts).draft();
    }

    /**
     * Only the account: no child's name, no school, no text of the account or of later additions that could identify
     * the child. The letter says that danger has grown, and when, because that identifies no one.
     */
    public static LetterDraft toPlatform(
            PartnerView told, int account, Partner platform, @Nullable ReportingOrganisation ourselves) {
        Facts facts = told.facts();
        OnlineIdentity identity = facts.account(account);
        Xarf.Outcome forMachines = Xarf.of(told.concern(), identity, platform, ourselves);
        String text = opening("Report of an account used to abuse a child", told)
                .identity(identity)
                .harm(facts)
                .thatDangerGrew(told.later())
                .text();
        return new LetterDraft(text + forMachines.note(), forMachines.sheets());
    }

    /** The adult, the workplace, the harm, later additions and the referrer; no section about the children. */
    public static LetterDraft toLado(PartnerView told, int suspect) {
        Facts facts = told.facts();
        return opening("Referral to the LADO", told)
                .adult(facts.suspects().get(suspect - 1))
                .harm(facts)
                .since(told.later())
                .referrer(facts)
                .draft();
    }

    private static LetterContent opening(String title, PartnerView told) {
        LetterContent writing = new LetterContent(title, told.concern());
        writing.line("Our reference", told.concern().reference());
        return writing;
    }

    private LetterContent since(List<Later> later) {
        heading("Since it was raised, the newest first");
        later.forEach(each -> {
            String told = "told " + Spoken.joined(each.at(), each.by());
            Addition addition = each.told();
            if (addition instanceof DangerReport danger) {
                told("Danger has grown", told, danger.what());
                police(danger.policeContact());
            } else if (addition instanceof Information information) {
                information.account().forEach(statement -> statement(statement, told));
            } else if (addition instanceof Amendment amendment) {
                line("Facts added or corrected (%s)".formatted(told), "said by " + amendment.saidBy());
            } else if (addition instanceof PhoneCall call) {
                line(
                        "Call to %s (%s)".formatted(Spoken.word(call.to()), told),
                        Spoken.joined(call.rungBy(), call.rungAt(), call.theirReference(), call.agreed()));
            }
        });
        return this;
    }

    private LetterContent thatDangerGrew(List<Later> later) {
        heading("Since it was raised");
        later.stream()
                .filter(each -> each.kind() == Note.Kind.DANGER)
                .map(Later::at)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> line("The danger to a child is said to have grown", at));
        return this;
    }

    private LetterContent children(PartnerView told) {
        Facts facts = told.facts();
        int all = facts.children().size();
        for (int number = 1; number <= all; number++) {
            heading(all == 1 ? "Child" : "Child " + number);
            about(facts.children().get(number - 1), told.elsewhere().get(number));
        }
        return this;
    }

    private LetterContent child(Child child, @Nullable String elsewhere) {
        heading("Child");
        return about(child, elsewhere);
    }

    private LetterContent otherChildren(Facts facts) {
        int others = facts.children().size() - 1;
        line("Other children of this concern", others == 0 ? null : others + ", each referred by itself");
        return this;
    }

    private LetterContent about(Child child, @Nullable String elsewhere) {
        withdrawn(child);
        line("Name", child.name() == null ? "not known" : child.name());
        line("Date of birth", child.dateOfBirth());
        line("Due date", child.dueDate());
        line("Estimated age", child.estimatedAge());
        address("Address", child.address());
        address("Where now", child.whereNow());
        line("Two areas", elsewhere);
        line("School", child.school());
        line("Looked after", child.lookedAfter());
        line("Missing", child.missing());
        line("Disability", child.disability());
        child.knownWorkers()
                .forEach(worker -> line("Known worker", Spoken.joined(worker.name(), worker.role(), worker.contact())));
        return this;
    }

    private void withdrawn(Withdrawable fact) {
        line("Withdrawn", fact.stands() ? null : "said to be wrong since; ask us before you act on it");
    }

    private LetterContent suspects(Facts facts) {
        facts.suspects().stream().filter(Withdrawable::stands).forEach(this::suspect);
        return this;
    }

    private LetterContent suspect(Suspect suspect) {
        return person(suspect, suspect.relationToChild());
    }

    /** Omits the relation to the child, which can identify the child. */
    private LetterContent adult(Suspect suspect) {
        return person(suspect, null);
    }

    private LetterContent person(Suspect suspect, @Nullable String relation) {
        heading("Suspect");
        withdrawn(suspect);
        line("Claims to be", Spoken.joined(suspect.claimedName(), suspect.claimedAge()));
        line("Real name", suspect.realName());
        line("Age group", suspect.ageGroup());
        line("Relation to the child", relation);
        line("Works with children", suspect.worksWithChildren());
        Suspect.Workplace workplace = suspect.workplace();
        if (workplace != null) {
            line("Workplace", Spoken.joined(workplace.name(), workplace.role()));
            address("Workplace address", workplace.address());
        }
        line("Access to other children", suspect.accessToOtherChildren());
        suspect.identities().stream().filter(Withdrawable::stands).forEach(this::identity);
        return this;
    }

    private LetterContent identity(OnlineIdentity identity) {
        heading("Online account");
        withdrawn(identity);
        line("Platform", identity.platform());
        line("Handle", identity.handle());
        line("Display name", identity.displayName());
        line("Profile address, not opened by us", identity.profileUrl());
        line("Group or server", identity.groupOrServer());
        line("Telephone", identity.phone());
        line("E-mail", identity.email());
        line("Payment handle", identity.paymentHandle());
        line("First contact", identity.firstContact());
        line("Last contact", identity.lastContact());
        return this;
    }

    private LetterContent harm(Facts facts) {
        heading("Harm");
        line("Kinds", Spoken.words(facts.kinds().stream()));
        line("Channels", Spoken.words(facts.channels().stream()));
        return this;
    }

    private LetterContent urgency(Facts facts) {
        heading("Urgency");
        Urgency urgency = facts.urgency();
        line("In danger now", urgency.dangerNow());
        line("Self-harm or suicide", urgency.selfHarmOrSuicide());
        line("A meeting is arranged", urgency.meetingArranged());
        line("Abuse is live", urgency.abuseLive());
        line("Child with the suspect", urgency.childWithSuspect());
        line("Contact continues", facts.contactContinuing());
        police(facts.policeContact());
        return this;
    }

    private void police(@Nullable PoliceContact police) {
        if (police != null) {
            line("Police", Spoken.joined(police.rung(), police.by(), police.at(), police.policeReference()));
        }
    }

    private LetterContent assessed(Assessed assessed) {
        if (!assessed.outcomes().isEmpty()) {
            heading("Decided by the hub");
            line("Outcomes", assessed.outcomes().stream().map(Spoken::spoken).collect(Collectors.joining(", ")));
            told("Reason", "", assessed.rationale());
        }
        return this;
    }

    private LetterContent account(Facts facts) {
        heading("Account");
        facts.account().stream().filter(Withdrawable::stands).forEach(statement -> statement(statement, null));
        told("Done so far", "", facts.doneSoFar());
        return this;
    }

    private void statement(Statement statement, @Nullable String told) {
        String from = Spoken.joined(statement.saidBy(), statement.on(), told);
        told(Spoken.whose(statement.kind()), from, statement.text());
    }

    private LetterContent evidence(Facts facts) {
        heading("Evidence");
        if (facts.images() != null && facts.images().exist() == Answer.YES) {
            line(
                    "Images exist, not held by us",
                    Spoken.joined(
                            facts.images().heldWhere(),
                            Spoken.held(facts.images().heldBy())));
            line("An adult is involved in them", facts.images().adultInvolved());
            line("A child in them is under 13", facts.images().childUnder13());
            line("They were made or changed by AI", facts.images().madeByAi());
        }
        for (Device device :
                facts.devices().stream().filter(Withdrawable::stands).toList()) {
            line("Device", Spoken.joined(device.description(), Spoken.held(device.heldBy()), device.where()));
            line("It is kept safe and switched on", device.secured());
        }
        return this;
    }

    private LetterContent consents(Facts facts) {
        if (facts.consents() != null) {
            heading("Consent");
            consent("Parents informed", facts.consents().parentsInformed());
            consent("Consent to the referral", facts.consents().toReferral());
            consent("Consent to sharing", facts.consents().toSharing());
            consent("Consent to a service", facts.consents().toService());
        }
        return this;
    }

    private void consent(String name, org.teestriage.concern.facts.Consents.@Nullable Consent consent) {
        if (consent != null) {
            line(name, Spoken.joined(consent.given(), consent.missingBecause(), consent.note()));
        }
    }

    private LetterContent referrer(Facts facts) {
        heading("Referrer");
        line(
                "Name",
                Spoken.joined(
                        facts.referrer().name(),
                        facts.referrer().role(),
                        facts.referrer().organisation()));
        line(
                "Reached at",
                Spoken.joined(facts.referrer().phone(), facts.referrer().email()));
        return this;
    }

    private void address(String name, @Nullable Address address) {
        if (address != null) {
            line(name, Spoken.joined(address.lines(), address.postcode()));
        }
    }

    private void heading(String above) {
        writer.heading(above);
    }

    private void line(String name, @Nullable Object value) {
        String text = value == null ? "" : Spoken.said(value);
        if (!text.isBlank()) {
            writer.line(name, text);
        }
    }

    /** Typed text. Who said it stands in its label, unless it is too long to stand on the same line. */
    private void told(String name, String from, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        String label = from.isEmpty() ? name : "%s (%s)".formatted(name, from);
        if (PrintDocument.Writer.fits(label + ":")) {
            writer.told(label, text);
        } else {
            writer.line(name + ", source", from);
            writer.told(name, text);
        }
    }

    private LetterDraft draft(Attachment... enclosures) {
        return LetterDraft.of(text(), enclosures);
    }

    private String text() {
        return PlainText.of(writer.document());
    }
}
