package org.teestriage.letter.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Later;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Channel;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.ChildDetails;
import org.teestriage.concern.facts.Consents;
import org.teestriage.concern.facts.Device;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.concern.facts.Images;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.concern.facts.Referrer;
import org.teestriage.concern.facts.Statement;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.concern.facts.Urgency;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.Json;

/**
 * Machine-readable referral of one child, in codes of the Department for Education (children in need census, 2024).
 * Data that was not collected is omitted or coded as unknown, never guessed. Codes that need a person's judgement are
 * marked as proposals.
 */
record CodedReferral(
        String format,
        String ourReference,
        LocalDate referralDate,
        String referralSource,
        String primaryNeed,
        @Nullable String categoryOfAbuseProposed,
        List<String> assessmentFactorsProposed,
        boolean online,
        CodedChild child,
        List<String> outcomes,
        @Nullable String rationale,
        Urgency urgency,
        @Nullable PoliceContact policeContact,
        Set<HarmKind> kinds,
        Set<Channel> channels,
        List<Suspect> suspects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> people,
        List<Statement> account,
        List<Later> since,
        @Nullable Images images,
        List<Device> devices,
        @Nullable Consents consents,
        Referrer referrer) {

    /** A child in the terms of the census: date of birth or due date, never both. */
    record CodedChild(
            @Nullable String name,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Child.Role> roles,
            @Nullable LocalDate personBirthDate,
            @Nullable LocalDate expectedPersonBirthDate,
            @Nullable Integer estimatedAge,
            String sex,
            String ethnicity,
            @Nullable String firstLanguage,
            @Nullable Answer interpreterNeeded,
            @Nullable String nhsNumber,
            @Nullable String gp,
            @Nullable String legalStatus,
            List<String> disabilities,
            @Nullable String disabilityInWords,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String whereNow,
            @Nullable String school,
            @Nullable Answer lookedAfter,
            @Nullable Answer missing) {}

    private static final String FORMAT = "tees-triage-referral/1";

    private static final String ABUSE_OR_NEGLECT = "N1";
    private static final String NOT_OBTAINED = "NOBT";
    private static final String SEX_UNKNOWN = "U";

    private static final ChildDetails NOTHING_ADDED =
            new ChildDetails(null, null, null, null, Set.of(), null, null, null);

    private static final String MISSING = "10A";
    private static final String SEXUAL_EXPLOITATION = "11A";
    private static final String TRAFFICKING = "12A";
    private static final String SELF_HARM = "15A";
    private static final String CRIMINAL_EXPLOITATION = "24A";
    private static final String EMOTIONAL = "17A";
    private static final String SEXUAL_BY_CHILD = "19B";
    private static final String SEXUAL_BY_ADULT = "19C";
    private static final String OTHER = "20";

    /** {@code own}: what concerns the child alone. */
    static CodedReferral of(PartnerView own, boolean otherChildAlleged, Assessed assessed) {
        Concern concern = own.concern();
        Facts facts = own.facts();
        Child child = facts.children().get(0);
        boolean byChild = otherChildAlleged
                || facts.suspects().stream().anyMatch(each -> each.ageGroup() == Suspect.AgeGroup.UNDER_18);
        return new CodedReferral(
                FORMAT,
                concern.reference().value(),
                concern.receivedOn(),
                ReferralSources.on(concern.receivedOn()).of(facts.referrer(), concern.agency()),
                ABUSE_OR_NEGLECT,
                child.harmed() ? category(facts) : null,
                factors(facts, child, byChild),
                true,
                coded(child),
                assessed.outcomes(),
                assessed.rationale().isEmpty() ? null : assessed.rationale(),
                facts.urgency(),
                facts.policeContact(),
                facts.kinds(),
                facts.channels(),
                facts.suspects(),
                facts.people(),
                facts.account(),
                own.later().stream()
                        .filter(later -> !(later.told() instanceof Amendment))
                        .toList(),
                facts.images(),
                facts.devices(),
                facts.consents(),
                facts.referrer());
    }

    private static @Nullable String category(Facts facts) {
        if (facts.kinds().stream().anyMatch(HarmKind::sexual)) {
            return "SAB";
        }
        boolean emotional = facts.kinds().contains(HarmKind.EMOTIONAL_ABUSE)
                || facts.kinds().contains(HarmKind.CYBERBULLYING);
        return emotional ? "EMO" : null;
    }

    /**
     * The kind of perpetrator is coded only if the age is known; an unknown age counts neither as child nor as adult.
     */
    private static List<String> factors(Facts facts, Child child, boolean byChild) {
        List<String> factors = new ArrayList<>();
        Set<HarmKind> kinds = facts.kinds();
        if (child.missing() == Answer.YES) {
            factors.add(MISSING);
        }
        if (child.harmed() && kinds.contains(HarmKind.SEXUAL_EXPLOITATION)) {
            factors.add(SEXUAL_EXPLOITATION);
        }
        if (child.harmed() && kinds.contains(HarmKind.CRIMINAL_EXPLOITATION)) {
            factors.add(CRIMINAL_EXPLOITATION);
        }
        if (child.pattern() != null && child.pattern().trafficked() == Answer.YES) {
            factors.add(TRAFFICKING);
        }
        if (facts.urgency().talkOfSelfHarm() == Answer.YES
                || (child.harmed() && kinds.contains(HarmKind.COERCED_SELF_HARM))) {
            factors.add(SELF_HARM);
        }
        if (child.harmed() && (kinds.contains(HarmKind.EMOTIONAL_ABUSE) || kinds.contains(HarmKind.CYBERBULLYING))) {
            factors.add(EMOTIONAL);
        }
        if (child.harmed() && kinds.stream().anyMatch(HarmKind::sexual)) {
            if (byChild) {
                factors.add(SEXUAL_BY_CHILD);
            }
            if (facts.suspects().stream().anyMatch(each -> each.ageGroup() == Suspect.AgeGroup.ADULT)) {
                factors.add(SEXUAL_BY_ADULT);
            }
        }
        return factors.isEmpty() ? List.of(OTHER) : List.copyOf(factors);
    }

    private static CodedChild coded(Child child) {
        ChildDetails details = Objects.requireNonNullElse(child.details(), NOTHING_ADDED);
        return new CodedChild(
                child.name(),
                child.roles(),
                child.dateOfBirth(),
                child.dueDate(),
                child.estimatedAge(),
                sex(child, details.sex()),
                details.ethnicity() == null ? NOT_OBTAINED : details.ethnicity().name(),
                details.firstLanguage(),
                details.interpreter(),
                details.nhsNumber(),
                details.gp(),
                details.legalStatus(),
                disabilities(child.disabled(), details.disabilities()),
                child.disability(),
                child.address() == null ? null : child.address().lines(),
                child.address() == null ? null : child.address().postcode(),
                child.whereNow() == null ? null : child.whereNow().lines(),
                child.school(),
                child.lookedAfter(),
                child.missing());
    }

    /** An unborn child has no sex in the census. */
    private static String sex(Child child, ChildDetails.@Nullable Sex known) {
        if (child.dueDate() != null || known == null) {
            return SEX_UNKNOWN;
        }
        return switch (known) {
            case FEMALE -> "F";
            case MALE -> "M";
            case NOT_KNOWN -> SEX_UNKNOWN;
        };
    }

    private static List<String> disabilities(@Nullable Answer disabled, Set<ChildDetails.Disability> found) {
        if (!found.isEmpty()) {
            return found.stream().map(Enum::name).sorted().toList();
        }
        if (disabled == Answer.YES) {
            return List.of("DDA");
        }
        return disabled == Answer.NO ? List.of("NONE") : List.of();
    }

    Attachment sheet() {
        return new Attachment(
                "referral.json", "application/json", Json.write(this).getBytes(StandardCharsets.UTF_8));
    }
}
