package org.teestriage.letter.content;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Allegation;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Suspect;

/**
 * The referral of a person to the LADO of the workplace, in the order in which a LADO asks: who, what is alleged, about
 * which children, what the police say. It holds no address of a child.
 */
public final class LadoLetter {

    /** What forms of LADOs ask too. */
    private static final String NOT_RECORDED = "date of birth, sex, ethnicity and home address of the person, length of"
            + " service, basis of employment, and earlier allegations";

    private LadoLetter() {}

    /**
     * The referral of one person, with all that is known of the allegation.
     *
     * @param suspect the number of the person, from 1
     * @param police what is on record of a consultation of the police; null for nothing
     */
    public static WholeLetter of(PartnerView told, int suspect, @Nullable PolicePosition police) {
        Facts facts = told.facts();
        Suspect person = facts.suspects().get(suspect - 1);
        Allegation allegation = Optional.ofNullable(person.allegation()).orElse(Allegation.NOT_ASKED);
        LetterPage page = LetterPage.opening("Referral to the LADO", told)
                .saysIfCovert(told)
                .namingChildren(facts);
        PeopleSections.adult(page, person);
        allegation(page, person, allegation);
        children(page, allegation, facts);
        police(page, told, police);
        AccountSections.harm(page, facts);
        AccountSections.since(page, told.later());
        ReferralSections.referrer(page, facts);
        return page.letter(PeopleSections.ADULT, List.of(), null);
    }

    /** What is not known is said to be not known, so that the LADO can ask for it. */
    private static void allegation(LetterPage page, Suspect person, Allegation allegation) {
        page.heading("Allegation");
        page.told(
                "What is alleged",
                "",
                Objects.requireNonNullElse(allegation.alleged(), "in the words of the account below"));
        page.line(
                "Children concerned",
                allegation.about().isEmpty()
                        ? "all named below"
                        : allegation.about().stream().map(page::nameOf).collect(Collectors.joining(" and ")));
        page.line("When and where", Objects.requireNonNullElse(allegation.happened(), "not known yet"));
        RiskSections.known(
                page,
                "Other work with children, also unpaid",
                Answer.known(allegation.otherWork()),
                allegation.otherWorkWhere());
        page.told("Other children whom the person can reach", "", person.otherChildren());
        RiskSections.known(
                page, "Children of their own", Answer.known(allegation.ownChildren()), allegation.ownChildrenWho());
        page.line("The employer knows", Answer.known(allegation.employerKnows()));
        page.line("The employer knows since", allegation.employerKnewAt());
        page.line("Told to the employer by", allegation.employerToldBy());
        page.line("Suspended", Answer.known(allegation.suspended()));
        page.told("What the employer did", "", allegation.employerDid());
        page.line("Not on record here, to be asked of the employer", NOT_RECORDED);
    }

    private static void children(LetterPage page, Allegation allegation, Facts facts) {
        int all = facts.children().size();
        for (int number = 1; number <= all; number++) {
            Child child = facts.children().get(number - 1);
            if (allegation.isAbout(number) && child.stands()) {
                page.heading(all == 1 ? "Child" : "Child " + number);
                page.line("Name", Objects.requireNonNullElse(child.name(), "not known"));
                page.line("In this concern", Spoken.words(child.roles().stream()));
                page.line("Date of birth", child.dateOfBirth());
                page.line("Estimated age", child.estimatedAge());
                page.line("Looked after", child.lookedAfter());
                ChildSections.workers(page, child);
                AccountSections.about(page, facts, number);
            }
        }
    }

    private static void police(LetterPage page, PartnerView told, @Nullable PolicePosition position) {
        page.heading("Police");
        DangerSections.police(page, told.facts().policeContact());
        page.line(
                "Position of the police",
                position == null ? "none on record yet" : told.redaction().text(position.said()));
        page.line("Their reference", position == null ? null : position.theirReference());
    }
}
