package org.teestriage.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.clock.HubClock;
import org.teestriage.concern.Address;
import org.teestriage.concern.Answer;
import org.teestriage.concern.Child;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Device;
import org.teestriage.concern.Facts;
import org.teestriage.concern.Notation;
import org.teestriage.concern.OnlineIdentity;
import org.teestriage.concern.PoliceContact;
import org.teestriage.concern.Statement;
import org.teestriage.concern.Suspect;
import org.teestriage.concern.Urgency;
import org.teestriage.directory.Partner;

/** What each partner is told, in plain words and, where the reader has a use for it, for machines and to print. Each reader gets what its purpose needs: a platform never learns who the child is. */
public final class Writing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMMM uuuu, HH:mm", Locale.UK);

    private static final Set<String> ABBREVIATED = Set.of("LADO", "VEMT");

    private final List<String> lines = new ArrayList<>();

    /** Stands above the next line, if there is one. */
    private String heading = "";

    private Writing() {}

    /** One complete referral: to read, to print, and coded. */
    public static Draft toSocialCare(Concern concern, int child, Assessed assessed) {
        Facts facts = concern.facts().towardsPartners();
        String title = "Referral to children's social care";
        String text = opening(title, concern)
                .urgency(facts)
                .child(facts.children().get(child - 1))
                .otherChildren(facts)
                .assessed(assessed)
                .harm(facts)
                .suspects(facts)
                .account(facts)
                .evidence(facts)
                .consents(facts)
                .referrer(facts)
                .text();
        return Draft.of(
                text,
                CodedReferral.of(concern, child, assessed).sheet(),
                Print.of("referral.pdf", title + " " + concern.reference(), text));
    }

    public static Draft toPolice(Concern concern) {
        Facts facts = concern.facts().towardsPartners();
        Writing writing = opening("Report of suspected online abuse of a child", concern);
        return writing.urgency(facts)
                .children(facts)
                .harm(facts)
                .suspects(facts)
                .account(facts)
                .evidence(facts)
                .referrer(facts)
                .draft(new Sheet(
                        "report.json", "application/json", Notation.write(facts).getBytes(UTF_8)));
    }

    /** In the order in which CEOP's form asks: who reports, what happened, to whom, and what is known of the suspect. */
    public static Draft toCeop(Concern concern) {
        Facts facts = concern.facts().towardsPartners();
        Writing writing = opening("Text for CEOP's report form", concern)
                .referrer(facts)
                .account(facts)
                .harm(facts);
        return writing.children(facts).suspects(facts).draft();
    }

    /** The account and nothing else: no child's name, no school, no words of the account that could tell who the child is. */
    public static Draft toPlatform(
            Concern concern, int account, Partner platform, @Nullable ReportingOrganisation ourselves) {
        Facts facts = concern.facts().towardsPartners();
        OnlineIdentity identity = facts.accounts().get(account - 1);
        String text = opening("Report of an account used to abuse a child", concern)
                .identity(identity)
                .harm(facts)
                .text();
        return new Draft(
                text,
                Xarf.of(concern, identity, platform, ourselves).map(Xarf::sheet).stream()
                        .toList());
    }

    /** The adult, the work, and the harm: the children of the concern are not the LADO's to know from here. */
    public static Draft toLado(Concern concern, int suspect) {
        Facts facts = concern.facts().towardsPartners();
        return opening("Referral to the LADO", concern)
                .adult(facts.suspects().get(suspect - 1))
                .harm(facts)
                .referrer(facts)
                .draft();
    }

    private static Writing opening(String title, Concern concern) {
        Writing writing = new Writing();
        writing.lines.add(title);
        writing.lines.add("Our reference: " + concern.reference());
        return writing;
    }

    private Writing children(Facts facts) {
        int all = facts.children().size();
        for (int number = 1; number <= all; number++) {
            heading(all == 1 ? "Child" : "Child " + number);
            about(facts.children().get(number - 1));
        }
        return this;
    }

    private Writing child(Child child) {
        heading("Child");
        return about(child);
    }

    private Writing otherChildren(Facts facts) {
        int others = facts.children().size() - 1;
        line("Other children of this concern", others == 0 ? null : others + ", each referred by itself");
        return this;
    }

    private Writing about(Child child) {
        line("Name", child.name() == null ? "not known" : child.name());
        line("Date of birth", child.dateOfBirth());
        line("Due date", child.dueDate());
        line("Estimated age", child.estimatedAge());
        address("Address", child.address());
        address("Where now", child.whereNow());
        line("School", child.school());
        line("Looked after", child.lookedAfter());
        line("Missing", child.missing());
        line("Disability", child.disability());
        child.knownWorkers()
                .forEach(worker -> line("Known worker", joined(worker.name(), worker.role(), worker.contact())));
        return this;
    }

    private Writing suspects(Facts facts) {
        facts.suspects().forEach(this::suspect);
        return this;
    }

    private Writing suspect(Suspect suspect) {
        return person(suspect, suspect.relationToChild());
    }

    /** Without the relation to the child, which may tell who that is. */
    private Writing adult(Suspect suspect) {
        return person(suspect, null);
    }

    private Writing person(Suspect suspect, @Nullable String relation) {
        heading("Suspect");
        line("Claims to be", joined(suspect.claimedName(), suspect.claimedAge()));
        line("Real name", suspect.realName());
        line("Age group", suspect.ageGroup());
        line("Relation to the child", relation);
        line("Works with children", suspect.worksWithChildren());
        Suspect.Workplace workplace = suspect.workplace();
        if (workplace != null) {
            line("Workplace", joined(workplace.name(), workplace.role()));
            address("Workplace address", workplace.address());
        }
        line("Access to other children", suspect.accessToOtherChildren());
        suspect.identities().forEach(this::identity);
        return this;
    }

    private Writing identity(OnlineIdentity identity) {
        heading("Online account");
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

    private Writing harm(Facts facts) {
        heading("Harm");
        line("Kinds", words(facts.kinds().stream()));
        line("Channels", words(facts.channels().stream()));
        return this;
    }

    private Writing urgency(Facts facts) {
        heading("Urgency");
        Urgency urgency = facts.urgency();
        line("In danger now", urgency.dangerNow());
        line("Self-harm or suicide", urgency.selfHarmOrSuicide());
        line("A meeting is arranged", urgency.meetingArranged());
        line("Abuse is live", urgency.abuseLive());
        line("Child with the suspect", urgency.childWithSuspect());
        line("Contact continues", facts.contactContinuing());
        PoliceContact police = facts.policeContact();
        if (police != null) {
            line("Police", joined(police.rung(), police.by(), police.at(), police.policeReference()));
        }
        return this;
    }

    private Writing assessed(Assessed assessed) {
        if (!assessed.outcomes().isEmpty()) {
            heading("Decided by the hub");
            line("Outcomes", assessed.outcomes().stream().map(Writing::spoken).collect(Collectors.joining(", ")));
            line("Reason", assessed.rationale());
        }
        return this;
    }

    private Writing account(Facts facts) {
        heading("Account");
        for (Statement statement : facts.account()) {
            String from = joined(statement.saidBy(), statement.on());
            line(whose(statement.kind()) + (from.isEmpty() ? "" : " (" + from + ")"), statement.text());
        }
        line("Done so far", facts.doneSoFar());
        return this;
    }

    private static String whose(Statement.Kind kind) {
        return switch (kind) {
            case CHILDS_WORDS -> "In the child's own words";
            case FACT -> "Seen or known";
            case OPINION -> "A professional opinion";
            case HEARSAY -> "Told by somebody else";
        };
    }

    private Writing evidence(Facts facts) {
        heading("Evidence");
        if (facts.images() != null && facts.images().exist() == Answer.YES) {
            line(
                    "Images exist, not held by us",
                    joined(facts.images().heldWhere(), held(facts.images().heldBy())));
            line("An adult is involved in them", facts.images().adultInvolved());
            line("A child in them is under 13", facts.images().childUnder13());
            line("They were made or changed by AI", facts.images().madeByAi());
        }
        for (Device device : facts.devices()) {
            line("Device", joined(device.description(), held(device.heldBy()), device.where()));
            line("It is kept safe and switched on", device.secured());
        }
        return this;
    }

    private static @Nullable String held(@Nullable String by) {
        return by == null || by.isBlank() ? null : "held by " + by;
    }

    private Writing consents(Facts facts) {
        if (facts.consents() != null) {
            heading("Consent");
            consent("Parents informed", facts.consents().parentsInformed());
            consent("Consent to the referral", facts.consents().toReferral());
            consent("Consent to sharing", facts.consents().toSharing());
            consent("Consent to a service", facts.consents().toService());
        }
        return this;
    }

    private void consent(String name, org.teestriage.concern.Consents.@Nullable Consent consent) {
        if (consent != null) {
            line(name, joined(consent.given(), consent.missingBecause(), consent.note()));
        }
    }

    private Writing referrer(Facts facts) {
        heading("Referrer");
        line(
                "Name",
                joined(
                        facts.referrer().name(),
                        facts.referrer().role(),
                        facts.referrer().organisation()));
        line("Reached at", joined(facts.referrer().phone(), facts.referrer().email()));
        return this;
    }

    private void address(String name, @Nullable Address address) {
        if (address != null) {
            line(name, joined(address.lines(), address.postcode()));
        }
    }

    private void heading(String above) {
        heading = above.toUpperCase(Locale.ROOT);
    }

    private void line(String name, @Nullable Object value) {
        String text = value == null ? "" : said(value);
        if (text.isBlank()) {
            return;
        }
        if (!heading.isEmpty()) {
            lines.add("");
            lines.add(heading);
            heading = "";
        }
        lines.add(name + ": " + text);
    }

    private static String joined(@Nullable Object... values) {
        return Stream.of(values)
                .filter(value -> value != null && !value.toString().isBlank())
                .map(value -> said(Objects.requireNonNull(value)))
                .collect(Collectors.joining(", "));
    }

    private static String words(Stream<? extends Enum<?>> codes) {
        return codes.map(Writing::word).collect(Collectors.joining(", "));
    }

    private static String said(Object value) {
        if (value instanceof Instant moment) {
            return MOMENT.format(moment.atZone(HubClock.ZONE));
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        return value instanceof Enum<?> code ? word(code) : value.toString();
    }

    private static String word(Enum<?> code) {
        return spoken(code.name());
    }

    /** Codes as people say them; what is known by its capitals keeps them. */
    private static String spoken(String code) {
        return ABBREVIATED.contains(code)
                ? code
                : code.toLowerCase(Locale.ROOT).replace('_', ' ').replace("ai made", "AI-made");
    }

    private Draft draft(Sheet... enclosures) {
        return Draft.of(text(), enclosures);
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }
}
