package org.teestriage.letter.content;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Later;
import org.teestriage.concern.Note;
import org.teestriage.concern.facts.AboutChildren;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Address;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Consents;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.concern.facts.Statement;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.concern.facts.Urgency;
import org.teestriage.concern.facts.Withdrawable;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.print.PrintDocument;

/** The sections of letters, in the order in which they are called. */
final class LetterSections {

    /** How the entry of an amendment begins. */
    static final String AMENDED = "Facts added or corrected (";

    private static final String ORIGINAL = "the text of this letter and in the files for machines beside this one";

    private final PrintDocument.Writer writer;
    private List<Child> named = List.of();

    private LetterSections(String title, Concern concern) {
        writer = new PrintDocument.Writer(title, title + " " + concern.reference(), ORIGINAL);
    }

    static LetterSections opening(String title, PartnerView told) {
        LetterSections writing = new LetterSections(title, told.concern());
        writing.line("Our reference", told.concern().reference());
        return writing;
    }

    /** For a reader who may know which child each statement is about. */
    LetterSections namingChildren(Facts facts) {
        named = facts.children();
        return this;
    }

    /** The children that something is about; nothing if it is about all, or their names are not for the reader. */
    private @Nullable String whom(AboutChildren told) {
        return named.isEmpty() || told.about().isEmpty()
                ? null
                : "about " + told.about().stream().map(this::nameOf).collect(Collectors.joining(" and "));
    }

    private String nameOf(int child) {
        String name = child > named.size() ? null : named.get(child - 1).name();
        return name == null ? "child " + child : name;
    }

    LetterSections since(List<Later> later) {
        heading("Since it was raised, the newest first");
        later.forEach(each -> {
            String told = "told " + Spoken.joined(each.at(), each.by());
            Addition addition = each.told();
            if (addition instanceof DangerReport danger) {
                told("Danger has grown", Spoken.joined(told, whom(danger)), danger.what());
                police(danger.policeContact());
            } else if (addition instanceof Information information) {
                information.account().forEach(statement -> statement(statement, told));
            } else if (addition instanceof Amendment amendment) {
                line(AMENDED + told + ")", "said by " + amendment.saidBy());
            } else if (addition instanceof PhoneCall call) {
                line(
                        "Call to %s (%s)".formatted(Spoken.word(call.to()), told),
                        Spoken.joined(call.rungBy(), call.rungAt(), call.theirReference(), call.agreed()));
            }
        });
        return this;
    }

    LetterSections thatDangerGrew(List<Later> later) {
        heading("Since it was raised");
        later.stream()
                .filter(each -> each.kind() == Note.Kind.DANGER)
                .map(Later::at)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> line("The danger to a child is said to have grown", at));
        return this;
    }

    LetterSections children(PartnerView told) {
        Facts facts = told.facts();
        int all = facts.children().size();
        for (int number = 1; number <= all; number++) {
            heading(all == 1 ? "Child" : "Child " + number);
            about(facts.children().get(number - 1), told.elsewhere().get(number));
        }
        return this;
    }

    LetterSections child(Child child, PartnerView.@Nullable Areas elsewhere) {
        heading("Child");
        return about(child, elsewhere);
    }

    /** How many there are, without what would identify them. */
    LetterSections otherChildren(int others, long alleged) {
        line("Other children of this concern", others == 0 ? null : others + ", each referred by itself");
        line("Of these alleged to have harmed", alleged == 0 ? null : alleged);
        return this;
    }

    private LetterSections about(Child child, PartnerView.@Nullable Areas elsewhere) {
        withdrawn(child);
        line("Name", child.name() == null ? "not known" : child.name());
        line("In this concern", Spoken.words(child.roles().stream()));
        line("Date of birth", child.dateOfBirth());
        line("Due date", child.dueDate());
        line("Estimated age", child.estimatedAge());
        address("Address", child.address());
        address("Where now", child.whereNow());
        elsewhere(elsewhere);
        line("School", child.school());
        line("Looked after", child.lookedAfter());
        line("Missing", child.missing());
        line("Disability", child.disability());
        child.knownWorkers()
                .forEach(worker -> line("Known worker", Spoken.joined(worker.name(), worker.role(), worker.contact())));
        return this;
    }

    private void elsewhere(PartnerView.@Nullable Areas areas) {
        if (areas != null) {
            line("Lives in the area of", areas.home());
            line("Is now in the area of", areas.now());
            line("Contact there", areas.door());
            line("Police there", areas.police());
        }
    }

    private void withdrawn(Withdrawable fact) {
        line("Withdrawn", fact.stands() ? null : "said to be wrong since; ask us before you act on it");
    }

    LetterSections suspects(Facts facts) {
        facts.suspects().stream().filter(Withdrawable::stands).forEach(this::suspect);
        return this;
    }

    /** Also what is known of other children whom a suspect can reach, for readers who protect them. */
    LetterSections suspectsAndOtherChildren(Facts facts) {
        facts.suspects().stream().filter(Withdrawable::stands).forEach(suspect -> {
            suspect(suspect);
            told("Other children whom the suspect can reach", "", suspect.otherChildren());
        });
        return this;
    }

    LetterSections people(Facts facts) {
        facts.people().stream().filter(Withdrawable::stands).forEach(this::person);
        return this;
    }

    private void person(Person person) {
        heading(Spoken.sentence(person.role()));
        line("Name", person.name() == null ? "not known" : person.name());
        line("Date of birth", person.dateOfBirth());
        line("Estimated age", person.estimatedAge());
        line("Relation to the child", Spoken.joined(person.relationToChild(), whom(person)));
        line("Parental responsibility", person.parentalResponsibility());
        line("Lives with the child", person.livesWithChild());
        line("Reached at", person.contact());
        told("Known concerns", "", person.concernsKnown());
    }

    private LetterSections suspect(Suspect suspect) {
        return person(suspect, suspect.relationToChild());
    }

    /** Omits the relation to the child, which can identify the child. */
    LetterSections adult(Suspect suspect) {
        return person(suspect, null);
    }

    private LetterSections person(Suspect suspect, @Nullable String relation) {
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

    LetterSections identity(OnlineIdentity identity) {
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

    LetterSections harm(Facts facts) {
        heading("Harm");
        line("Kinds", Spoken.words(facts.kinds().stream()));
        line("Channels", Spoken.words(facts.channels().stream()));
        return this;
    }

    LetterSections urgency(Facts facts) {
        heading("Urgency");
        answers("", facts.overallUrgency());
        line("Contact continues", facts.contactContinuing());
        police(facts.policeContact());
        return this;
    }

    /** Of children about whom something else was answered than about all. */
    LetterSections urgencyOfChildren(Facts facts) {
        for (int number = 1; number <= facts.children().size(); number++) {
            if (facts.children().get(number - 1).answers() != null) {
                answers(nameOf(number) + ": ", facts.urgencyOf(number));
            }
        }
        return this;
    }

    private void answers(String whose, Urgency urgency) {
        line(whose + "In danger now", urgency.dangerNow());
        line(whose + "Self-harm or suicide", urgency.selfHarmOrSuicide());
        line(whose + "A meeting is arranged", urgency.meetingArranged());
        line(whose + "Abuse is live", urgency.abuseLive());
        line(whose + "Child with the suspect", urgency.childWithSuspect());
    }

    private void police(@Nullable PoliceContact police) {
        if (police != null) {
            line("Police", Spoken.joined(police.rung(), police.by(), police.at(), police.policeReference()));
        }
    }

    LetterSections assessed(Assessed assessed) {
        if (!assessed.outcomes().isEmpty()) {
            heading("Decided by the hub");
            line("Outcomes", assessed.outcomes().stream().map(Spoken::spoken).collect(Collectors.joining(", ")));
            told("Reason", "", assessed.rationale());
        }
        return this;
    }

    LetterSections account(Facts facts) {
        heading("Account");
        facts.account().stream().filter(Withdrawable::stands).forEach(statement -> statement(statement, null));
        told("Done so far", "", facts.doneSoFar());
        return this;
    }

    private void statement(Statement statement, @Nullable String told) {
        String from = Spoken.joined(statement.saidBy(), statement.on(), told, whom(statement));
        told(Spoken.whose(statement.kind()), from, statement.text());
    }

    LetterSections evidence(Facts facts) {
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

    LetterSections consents(Facts facts) {
        if (facts.consents() != null) {
            heading("Consent");
            consent("Parents informed", facts.consents().parentsInformed());
            consent("Consent to the referral", facts.consents().toReferral());
            consent("Consent to sharing", facts.consents().toSharing());
            consent("Consent to a service", facts.consents().toService());
        }
        return this;
    }

    private void consent(String name, Consents.@Nullable Consent consent) {
        if (consent != null) {
            line(name, Spoken.joined(consent.given(), consent.missingBecause(), consent.note()));
        }
    }

    LetterSections referrer(Facts facts) {
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

    /** Says why a report for machines is missing. */
    LetterSections forMachines(Xarf.Outcome report) {
        if (report.report() == null) {
            heading("Report for machines");
            writer.sentence("No file in the format XARF is enclosed: " + report.whyNone());
        }
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

    /**
     * @param subject how the headings begin below which a reader finds whom the letter is about
     * @param printedAs name of the PDF of the whole letter; null for none
     */
    WholeLetter letter(String subject, List<Attachment> enclosures, @Nullable String printedAs) {
        return new WholeLetter(writer.document(), subject, enclosures, printedAs);
    }
}
