package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;

/**
 * The content of a concern, word for word as the agency submitted it. Mandatory are only the urgency answers, contact
 * details of the referrer, a child or "unknown", an account, and, except in a telephone call, one place or online
 * handle. The field groups follow the Tees SAFER form.
 *
 * @param suspects the people alleged to have harmed; one under 18 is also among the children ({@link ChildrenWhoHarm})
 * @param people others around the children
 * @param version the form in which the service stores the facts ({@link StoredFacts}); never part of a request
 */
public record Facts(
        @NotNull @Valid Urgency urgency,
        @Nullable @Valid PoliceContact policeContact,
        @Nullable @Valid TelephoneCall call,
        @NotNull @Valid Referrer referrer,
        @NotEmpty @Size(max = Facts.MOST_PEOPLE) List<@Valid @NotNull Child> children,
        @Size(max = Facts.MOST_PEOPLE) List<@Valid @NotNull Suspect> suspects,
        Set<HarmKind> kinds,
        Set<Channel> channels,
        @Nullable Answer contactContinuing,
        @NotEmpty @Size(max = Facts.MOST_STATEMENTS) List<@Valid @NotNull Statement> account,
        @Nullable @Valid Images images,
        @Size(max = Facts.MOST_DEVICES) List<@Valid @NotNull Device> devices,
        @Nullable @Valid Consents consents,
        @Nullable @MultiLine String doneSoFar,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = Facts.MOST_PEOPLE)
        List<@Valid @NotNull Person> people,

        @Nullable @Valid BetweenChildren betweenChildren,
        @Nullable @Valid Pattern pattern,
        @Null @Schema(readOnly = true) @Nullable Integer version)
        implements SelfValidating {

    public static final int MOST_PEOPLE = 20;
    public static final int MOST_STATEMENTS = 50;
    public static final int MOST_DEVICES = 20;

    private static final int ADULT = 18;

    public Facts {
        children = Blanks.list(children);
        suspects = Blanks.list(suspects);
        kinds = Blanks.set(kinds);
        channels = Blanks.set(channels);
        account = Blanks.list(account);
        devices = Blanks.list(devices);
        people = Blanks.list(people);
    }

    /** With a note for partners in place of a confidential referrer's name. */
    public Facts withReferrerKeptBack() {
        return with(call, referrer.keptBack(), children, suspects, version);
    }

    public Facts withCall(@Nullable TelephoneCall by) {
        return with(by, referrer, children, suspects, version);
    }

    /** The same facts, of a request or of an earlier release, in the form in which the service stores them. */
    public Facts inPresentForm() {
        return with(call, referrer, children, suspects, StoredFacts.VERSION);
    }

    Facts withPeople(List<Child> all, List<Suspect> alleged) {
        return with(call, referrer, all, alleged, version);
    }

    private Facts with(
            @Nullable TelephoneCall by, Referrer from, List<Child> all, List<Suspect> alleged, @Nullable Integer form) {
        return new Facts(
                urgency,
                policeContact,
                by,
                from,
                all,
                alleged,
                kinds,
                channels,
                contactContinuing,
                account,
                images,
                devices,
                consents,
                doneSoFar,
                people,
                betweenChildren,
                pattern,
                form);
    }

    @Override
    public Stream<Flaw> flaws() {
        boolean telephoned = call != null;
        boolean located = children.stream().anyMatch(child -> child != null && child.placed())
                || suspects.stream()
                        .anyMatch(suspect -> suspect != null
                                && suspect.identities().stream()
                                        .anyMatch(identity -> identity != null && identity.says()));
        return Stream.of(
                        SelfValidating.flawIf(
                                !telephoned && !located,
                                "children",
                                "give one place where the child lives, is or goes to school, or one online handle"),
                        aboutNoChild("account", account),
                        aboutNoChild("people", people),
                        allegationsAboutNoChild())
                .flatMap(flaw -> flaw);
    }

    private Stream<Flaw> aboutNoChild(String list, List<? extends AboutChildren> members) {
        return IntStream.range(0, members.size())
                .boxed()
                .flatMap(index -> aboutNoChild("%s[%d].about".formatted(list, index), members.get(index)));
    }

    private Stream<Flaw> allegationsAboutNoChild() {
        return IntStream.range(0, suspects.size())
                .boxed()
                .flatMap(index -> aboutNoChild(
                        "suspects[%d].allegation.about".formatted(index),
                        suspects.get(index) == null ? null : suspects.get(index).allegation()));
    }

    private Stream<Flaw> aboutNoChild(String field, @Nullable AboutChildren told) {
        return SelfValidating.flawIf(
                told != null && told.about().stream().anyMatch(child -> child != null && child > children.size()),
                field,
                "choose children who are listed in this concern");
    }

    /** An online account, and its number in the concern. */
    public record Account(int number, OnlineIdentity identity) {}

    /** The online accounts that can be reported to a platform, in the order of their numbers. */
    public List<Account> accounts() {
        return numbered().suspects.stream()
                .flatMap(suspect -> suspect.identities().stream())
                .filter(OnlineIdentity::reportable)
                .flatMap(identity -> identity.number() == null
                        ? Stream.empty()
                        : Stream.of(new Account(identity.number(), identity)))
                .sorted(Comparator.comparing(Account::number))
                .toList();
    }

    /** The account with this number. */
    public OnlineIdentity account(int number) {
        return accounts().stream()
                .filter(account -> account.number() == number)
                .map(Account::identity)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such account"));
    }

    /** With the next free numbers for the accounts that have none yet: first those that can be reported. */
    public Facts numbered() {
        return numbered(OnlineIdentity::reportable).numbered(OnlineIdentity::says);
    }

    private Facts numbered(Predicate<OnlineIdentity> which) {
        AtomicInteger last = new AtomicInteger(suspects.stream()
                .flatMap(suspect -> suspect.identities().stream())
                .flatMap(identity -> Stream.ofNullable(identity.number()))
                .max(Comparator.naturalOrder())
                .orElse(0));
        return with(
                call,
                referrer,
                children,
                suspects.stream()
                        .map(suspect -> suspect.withIdentities(suspect.identities().stream()
                                .map(identity -> identity.number() == null && which.test(identity)
                                        ? identity.numbered(last.incrementAndGet())
                                        : identity)
                                .toList()))
                        .toList(),
                version);
    }

    /** What counts for the concern: of each question the most protective answer, of the concern or of any child. */
    public Urgency overallUrgency() {
        return IntStream.rangeClosed(1, children.size())
                .mapToObj(this::urgencyOf)
                .reduce(urgency, Urgency::mostProtective);
    }

    /** What counts for a child: its own answers, and those of the concern where it has none. */
    public Urgency urgencyOf(int child) {
        Urgency asked = toldOnlyAsAlleged(child) ? urgency.ofAnother() : urgency;
        ChildAnswers own = children.get(child - 1).answers();
        return own == null ? asked : own.over(asked);
    }

    /** Whether a child was told of only as a person alleged to have harmed: the account and the consents are of the others. */
    public boolean toldOnlyAsAlleged(int child) {
        return !children.get(child - 1).harmed()
                && suspects.stream()
                        .anyMatch(suspect -> Integer.valueOf(child).equals(suspect.child()) && suspect.addedAChild());
    }

    /** What counts for a child: its own consents, and those of the concern where it has none. */
    public @Nullable Consents consentsOf(int child) {
        Consents own = children.get(child - 1).consents();
        if (toldOnlyAsAlleged(child)) {
            return own;
        }
        return own == null ? consents : own.over(consents == null ? Consents.NONE : consents);
    }

    /** Whether a question is answered with yes, for the concern or for a child, that was not before. */
    public boolean saysNewDanger(Facts before) {
        return urgency.saysNewDanger(before.urgency)
                || IntStream.rangeClosed(1, children.size()).anyMatch(child -> urgencyOf(child)
                        .saysNewDanger(child > before.children.size() ? before.urgency : before.urgencyOf(child)));
    }

    /** Whether the harm is sexual; not known while no kind is given, or beside other kinds not all are sure. */
    public Answer sexual() {
        if (kinds.stream().anyMatch(HarmKind::sexual)) {
            return Answer.YES;
        }
        return kinds.isEmpty() || kinds.contains(HarmKind.NOT_SURE) ? Answer.NOT_KNOWN : Answer.NO;
    }

    /** The numbers, from 1, of the children whose care is on record. */
    public List<Integer> childrenInCare() {
        return numbersWhere(children, child -> child.care() != null);
    }

    /** Whether an adult is alleged to have harmed; not known if no one is, or the age of one is not known. */
    public Answer adultAlleged(LocalDate day) {
        return anyAlleged(
                suspect -> suspect.child() != null && adult(children.get(suspect.child() - 1), day) == Answer.YES
                        ? Answer.YES
                        : suspect.adult(),
                child -> adult(child, day));
    }

    private static Answer adult(Child child, LocalDate day) {
        return child.ageOn(day).map(age -> Answer.of(age >= ADULT)).orElse(Answer.NOT_KNOWN);
    }

    /** Whether an adult, or a person whom the children know only online, is alleged to have harmed. */
    public Answer strangerAlleged() {
        return anyAlleged(Suspect::stranger, child -> Answer.NOT_KNOWN);
    }

    private Answer anyAlleged(Function<Suspect, Answer> ofSuspect, Function<Child, Answer> ofChild) {
        Stream<Answer> listedAsChildOnly = IntStream.rangeClosed(1, children.size())
                .filter(number -> children.get(number - 1).allegedToHaveHarmed()
                        && suspects.stream()
                                .noneMatch(suspect -> Integer.valueOf(number).equals(suspect.child())))
                .mapToObj(number -> ofChild.apply(children.get(number - 1)));
        return Answer.any(
                Stream.concat(suspects.stream().map(ofSuspect), listedAsChildOnly)
                        .toList(),
                answer -> answer);
    }

    /** Whether an adult with a history of harm lives or stays with this child, or may. */
    public boolean riskyAdultAround(int child) {
        return suspects.stream()
                        .anyMatch(suspect ->
                                suspect.history() != null && suspect.history().isNearAChild(null))
                || people.stream()
                        .anyMatch(person -> person.isAbout(child)
                                && person.history() != null
                                && person.history().isNearAChild(person.livesWithChild()));
    }

    /** Whether a group abuses, or many children are abused, or may be. */
    public boolean groupOrManyChildren() {
        return pattern != null && pattern.mayBeGroupOrManyChildren();
    }

    /** Whether adults are groomed to abuse, or may be. */
    public boolean adultsGroomed() {
        return pattern != null && pattern.mayBeOfGroomedAdults();
    }

    /** The numbers, from 1, of the suspects who work with children. */
    public List<Integer> suspectsAtWork() {
        return numbersWhere(suspects, Suspect::atWorkWithChildren);
    }

    /** The numbers, from 1, of adults who work with children or are not known not to, and of persons at work who may be adults. */
    public List<Integer> adultsWhoMayWorkWithChildren() {
        return numbersWhere(
                suspects,
                suspect -> suspect.atWorkWithChildren()
                        ? suspect.adult() != Answer.NO
                        : suspect.adult() == Answer.YES && suspect.worksWithChildren() != Answer.NO);
    }

    private static <T> List<Integer> numbersWhere(List<T> things, Predicate<T> which) {
        return Stream.iterate(1, n -> n <= things.size(), n -> n + 1)
                .filter(n -> which.test(things.get(n - 1)))
                .toList();
    }
}
