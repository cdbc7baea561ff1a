package org.teestriage.letter.content;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.platform.print.PrintedLetters;
import org.teestriage.testing.PlainConcerns;
import org.teestriage.testing.ShippedConfig;

/**
 * Who hears what about which child, in the ten cases of practice. Each record has words of its own, which end with the number
 * of the child they belong to, with {@code All} if they are about every child, {@code Who} if they are about a person of
 * concern, {@code Account} if they are of an account. A letter has the words of its recipient, and no other.
 */
class ChildrensLettersTest {

    private static final Pattern CANARY = Pattern.compile("\\b[A-Z][a-z]+(?:One|Two|Three|All|Who|Account)\\b");

    private static final String EVERYTHING = "One Two Three All Who Account";

    /** @param hears what each recipient hears, by the endings of words */
    record Case(String name, String facts, Map<String, String> hears) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code rows}: a recipient and what it hears. */
    private static Case practice(String name, String facts, String... rows) {
        return new Case(
                name,
                facts,
                Arrays.stream(rows)
                        .map(row -> row.split(":"))
                        .collect(toMap(row -> row[0].strip(), row -> row[1].strip(), (a, b) -> a, LinkedHashMap::new)));
    }

    private static Stream<Case> cases() {
        return Stream.of(
                practice(
                        "a: groomed on a game, to meet tomorrow",
                        """
                        children: [{name: AdaOne, dateOfBirth: 2013-03-27, school: GorseOne School,
                          answers: {meetingArranged: YES}, view: {wants: MeetingOne must not be told}}]
                        suspects: [{claimedName: AlderWho, claimedAge: '15', identities: [
                          {platform: BlockQuest, handle: AspenAccount, lastContact: 2026-09-20, number: 1}]}]
                        kinds: [GROOMING]
                        account: [{kind: CHILDS_WORDS, text: He waits at the ArchAll}]
                        devices: [{description: TabletAll, captured: {how: ScreenshotsAll, by: MotherAll, on: 2026-09-21}}]
                        people: [{role: PARENT_OR_CARER, name: IvyOne, about: [1], parentalResponsibility: YES}]
                        """,
                        "police: One All Who Account",
                        "ceop: One All Who Account",
                        "platform: Account",
                        "child 1: One All Who Account"),
                practice(
                        "b: sextorted and suicidal, shared by two pupils",
                        """
                        children:
                          - {name: BerylOne, answers: {selfHarmOrSuicide: YES}, consents: {toReferral: {given: NO, note: ConsentOne}},
                              pattern: {targetedForHistory: YES, targetingKnown: LonelyOne, familyBefriended: YES, familyKnown: GiftsOne}}
                          - {name: CedarTwo, roles: [ALLEGED_TO_HAVE_HARMED], school: GorseTwo School, view: {wants: StayTwo},
                              pattern: {trafficked: YES, traffickingKnown: MovedTwo}}
                          - {name: DaisyThree, roles: [ALLEGED_TO_HAVE_HARMED], disability: HearingThree}
                        suspects: [{claimedName: AlderWho, identities: [{platform: Snapchat, handle: AspenAccount, number: 1}]}]
                        kinds: [SEXTORTION, IMAGE_SHARING]
                        pattern: {groupOfAbusers: YES, groupKnown: RingAll, adultsGroomed: YES, adultsKnown: AuntsAll}
                        images: {exist: YES, spread: {sentTo: [SCHOOL_GROUP, PUBLIC_SITE], sentToWhom: PupilsAll,
                          seenAgain: [{on: 2026-09-20, where: BoardAll}, {where: LaterAll}]}}
                        account:
                          - {kind: CHILDS_WORDS, text: BridgeOne is where I go, about: [1]}
                          - {kind: FACT, text: ForwardedTwo, about: [2]}
                          - {kind: FACT, text: DeletedThree, about: [3]}
                          - {kind: FACT, text: ShownAll at school}
                        people: [{role: PARENT_OR_CARER, name: IvyOne, about: [1]}, {role: SIBLING, name: FernTwo, about: [2]}]
                        """,
                        "police: " + EVERYTHING,
                        "ceop: " + EVERYTHING,
                        "platform: Account",
                        "child 1: One All Who Account",
                        "child 2: Two All Who Account",
                        "child 3: Three All Who Account"),
                practice(
                        "c: a looked-after child in secret contact",
                        """
                        children: [{name: ElmOne, lookedAfter: YES, address: {lines: CottageOne, postcode: TS18 9ZZ},
                          care: {placingAuthority: LeedsOne, socialWorker: WorkerOne, reviewingOfficer: ReviewerOne,
                            agency: FosterOne, locationDisclosed: YES, orderBreached: YES, placementAtRisk: NOT_KNOWN}}]
                        suspects: [{realName: AlderWho, ageGroup: ADULT, relationToChild: FatherWho, identities: [
                          {platform: TikTok, handle: AspenAccount, number: 1}]}]
                        account: [{kind: FACT, text: SecretAll}]
                        """,
                        "police: One All Who Account",
                        "platform: Account",
                        "child 1: One All Who Account"),
                practice(
                        "d: the partner of a mother is alleged to have a conviction",
                        """
                        children: [{name: FlintOne, view: {wants: LeaveOne}}, {name: GarnetTwo, estimatedAge: 1}]
                        suspects: [{realName: AlderWho, ageGroup: ADULT, accessToOtherChildren: YES, otherChildren: SonWho on Sundays,
                          identities: [{platform: Tinder, handle: AspenAccount, number: 1}]}]
                        account: [{kind: HEARSAY, text: ConvictedAll}, {kind: FACT, text: NightOne, about: [1]}]
                        people: [{role: PARENT_OR_CARER, name: MotherAll}, {role: PROFESSIONAL, name: VisitorTwo, about: [2]}]
                        """,
                        "police: One Two All Who Account",
                        "platform: Account",
                        "child 1: One All Who Account",
                        "child 2: Two All Who Account"),
                practice(
                        "e: a teaching assistant writes to pupils in two authorities",
                        """
                        children: [{name: HazelOne, school: GorseOne School}, {name: JasperTwo, school: HeathTwo School}, {name: KitThree}]
                        suspects: [{realName: AlderWho, ageGroup: ADULT, worksWithChildren: YES, workplace: {name: AcademyWho},
                          identities: [{platform: Snapchat, handle: AspenAccount, number: 1}]}]
                        account: [{kind: CHILDS_WORDS, text: NightlyOne, about: [1]}, {kind: CHILDS_WORDS, text: GiftTwo, about: [2]},
                          {kind: CHILDS_WORDS, text: LiftThree, about: [3]}]
                        """,
                        "police: One Two Three Who Account",
                        "platform: Account",
                        "child 1: One Who Account",
                        "child 2: Two Who Account",
                        "child 3: Three Who Account"),
                practice(
                        "f: an unborn child and a sibling",
                        """
                        children: [{dueDate: 2026-12-01, school: NurseryOne}, {name: LarchTwo, consents: {toSharing: {given: NO, note: NoteTwo}}}]
                        suspects: [{realName: AlderWho, ageGroup: ADULT}]
                        account: [{kind: FACT, text: ScanOne, about: [1]}, {kind: FACT, text: BruiseTwo, about: [2]}]
                        people: [{role: HOUSEHOLD_MEMBER, name: LodgerAll, livesWithChild: YES}]
                        """,
                        "police: One Two All Who",
                        "child 1: One All Who",
                        "child 2: Two All Who"),
                practice(
                        "g: images of classmates made by AI",
                        """
                        children: [{name: MapleOne, school: GorseOne School}, {name: NettleWho, roles: [ALLEGED_TO_HAVE_HARMED],
                          answers: {selfHarmOrSuicide: YES}, knownWorkers: [{name: MentorTwo}]}]
                        suspects: [{realName: NettleWho, ageGroup: UNDER_18, peer: {child: 2}}]
                        kinds: [AI_MADE_IMAGERY]
                        account: [{kind: CHILDS_WORDS, text: AshamedOne, about: [1]}, {kind: CHILDS_WORDS, text: SorryTwo, about: [2]}]
                        """,
                        "police: One Two Who",
                        "child 1: One Who",
                        "child 2: Two Who"),
                practice(
                        "h: only a handle and a server",
                        """
                        children: [{unknown: true}]
                        suspects: [{identities: [{platform: Discord, handle: AspenAccount, groupOrServer: ServerAccount, number: 1}]}]
                        account: [{kind: HEARSAY, text: BoastedAll}]
                        """,
                        "police: All Account",
                        "ceop: All Account",
                        "platform: Account",
                        "child 1: All Account"),
                practice(
                        "i: lives in one area and is now in another",
                        """
                        children: [{name: OakOne, address: {lines: HomeOne, postcode: TS24 9ZZ}, whereNow: {lines: FatherOne, postcode: DH1 9ZZ}}]
                        suspects: [{claimedName: AlderWho}]
                        account: [{kind: FACT, text: MovedAll}]
                        people: [{role: PARENT_OR_CARER, name: PineOne, about: [1], livesWithChild: NO}]
                        """,
                        "police: One All Who",
                        "child 1: One All Who"),
                practice(
                        "j: the police ask for silence towards the platform",
                        """
                        children: [{name: PoppyOne}]
                        policeContact: {rung: RANG_101, by: CallerAll, policeReference: UndercoverAll}
                        suspects: [{realName: AlderWho, identities: [{platform: Discord, handle: AspenAccount, number: 1},
                          {platform: Snapchat, handle: BirchWho, number: 2}]}]
                        account: [{kind: FACT, text: CovertAll}]
                        """,
                        "police: One All Who Account",
                        "platform: Account",
                        "child 1: One All Who Account"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyRecipientHearsWhatConcernsItAndNoLetterHasTheRecordOfAnotherChild(Case practice) {
        Concern concern = PlainConcerns.atTheChub(practice.facts());
        assertThat(practice.hears())
                .containsKeys(
                        IntStream.rangeClosed(1, concern.facts().children().size())
                                .mapToObj(child -> "child " + child)
                                .toArray(String[]::new));
        practice.hears().forEach((recipient, hears) -> {
            WholeLetter letter = letter(recipient, concern);
            assertThat(canaries(told(letter)))
                    .as("%s, %s", practice, recipient)
                    .isEqualTo(canaries(practice.facts()).stream()
                            .filter(word -> Arrays.stream(hears.split(" ")).anyMatch(word::endsWith))
                            .filter(word -> !recipient.equals("ceop") || !NOT_FOR_CEOP.contains(word))
                            .collect(toCollection(TreeSet::new)));
            PrintedLetters.save(practice.name().charAt(0) + "-" + recipient.replace(' ', '-'), letter.document());
        });
    }

    /** Consents and evidence have no place in CEOP's form. */
    private static final Set<String> NOT_FOR_CEOP = Set.of("ConsentOne", "TabletAll", "ScreenshotsAll", "MotherAll");

    private static WholeLetter letter(String recipient, Concern concern) {
        PartnerView told = PartnerView.of(concern, List.of(), Redaction.NOTHING);
        return switch (recipient) {
            case "police" -> PoliceLetter.of(told);
            case "ceop" -> CeopLetter.of(told);
            case "platform" ->
                PlatformLetter.of(
                        told,
                        1,
                        ShippedConfig.partners()
                                .platform(
                                        String.valueOf(
                                                concern.facts().account(1).platform()),
                                        LocalDate.of(2026, 9, 22)),
                        null);
            default ->
                SocialCareLetter.of(told, Integer.parseInt(recipient.substring("child ".length())), Assessed.notYet());
        };
    }

    private static String told(WholeLetter letter) {
        StringBuilder told = new StringBuilder(letter.text());
        letter.enclosures().forEach(file -> told.append(new String(file.content(), StandardCharsets.UTF_8)));
        return told.toString();
    }

    private static Set<String> canaries(String text) {
        return CANARY.matcher(text).results().map(found -> found.group()).collect(toCollection(TreeSet::new));
    }
}
