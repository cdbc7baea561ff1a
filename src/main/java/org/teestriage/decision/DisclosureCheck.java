package org.teestriage.decision;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Address;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.text.ContactText;
import org.teestriage.platform.text.LineText;
import org.teestriage.platform.text.PlainWords;

/**
 * Checks the free-text line that an officer adds to an approved sentence for the referrer. Refuses a line that may
 * identify a person, account or place of the concern, and prefers false positives. The refusal gives the position in
 * the concern (such as "child 1") and never repeats the text.
 */
final class DisclosureCheck {

    /** Links, e-mail addresses and user names. A full stop between letters is an address; one before a space is not. */
    private static final Pattern ADDRESS = Pattern.compile("@|://|\\bwww\\.|\\p{L}\\.\\p{L}{2,}");

    private final LineText names;
    private final ContactText contacts;

    private DisclosureCheck(String line) {
        this.names = new LineText(line);
        this.contacts = new ContactText(line);
    }

    static Verdict ruled(String told, @Nullable String addition, Sent.How how, Instant at, Situation situation) {
        if (situation.isInFuture(at)) {
            return new Refusal("The referrer is said to be told in the future. Tell them first, then record it.");
        }
        return Optional.ofNullable(addition)
                .flatMap(line -> fault(line, situation.facts()))
                .<Verdict>map(fault -> new Refusal("Nothing is recorded: the line of your own %s".formatted(fault)))
                .orElseGet(() -> Ruling.of("%s, %s.".formatted(told, way(how))));
    }

    private static String way(Sent.How how) {
        return switch (how) {
            case TELEPHONE -> "by telephone";
            case SECURE_MAIL -> "by secure mail";
            case PARTNER_FORM -> "in their own form";
            case IN_PERSON -> "in person";
        };
    }

    /** The reason to refuse the line, if any. */
    static Optional<String> fault(String line, Facts facts) {
        if (ADDRESS.matcher(PlainWords.flat(line)).find()) {
            return Optional.of("holds an address or a user name. Leave it out.");
        }
        return new DisclosureCheck(line).fault(facts);
    }

    private Optional<String> fault(Facts facts) {
        return Stream.of(
                        named(facts.children(), child -> names(child.name()), "a name of child %d"),
                        named(facts.people(), this::namesPerson, "a name or number of person %d around the children"),
                        named(facts.suspects(), this::namesSuspect, "a name of person of concern %d"),
                        named(facts.suspects(), this::namesAccount, "an account of person of concern %d"),
                        named(facts.children(), this::namesPlaceOf, "a school or worker of child %d"),
                        named(facts.suspects(), this::namesWork, "a place that the concern names"),
                        named(facts.children(), this::namesAddressOf, "an address of child %d"),
                        Optional.of("holds a postcode. Leave it out.").filter(found -> contacts.holdsPostcode()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <T> Optional<String> named(List<T> all, Function<T, Boolean> isNamed, String what) {
        return IntStream.range(0, all.size())
                .filter(index -> isNamed.apply(all.get(index)))
                .mapToObj(index -> "holds %s, or a word that reads like it. Leave it out, or say it in other words."
                        .formatted(what.formatted(index + 1)))
                .findFirst();
    }

    private boolean namesPerson(Person person) {
        return names(person.name()) || (person.contact() != null && contacts.holdsNumber(person.contact()));
    }

    private boolean namesSuspect(Suspect suspect) {
        return names(suspect.claimedName())
                || names(suspect.realName())
                || suspect.identities().stream()
                        .map(OnlineIdentity::displayName)
                        .anyMatch(name -> names(name) || (name != null && names.namesAccount(name)));
    }

    private boolean namesAccount(Suspect suspect) {
        return suspect.identities().stream()
                .flatMap(DisclosureCheck::handles)
                .anyMatch(handle -> names.namesAccount(handle) || contacts.holdsNumber(handle));
    }

    private static Stream<String> handles(OnlineIdentity identity) {
        return Stream.of(
                        identity.handle(),
                        identity.groupOrServer(),
                        identity.phone(),
                        identity.email(),
                        before('@', identity.email()),
                        after('/', identity.profileUrl()),
                        identity.paymentHandle())
                .filter(Objects::nonNull);
    }

    private static @Nullable String before(char separator, @Nullable String text) {
        return text == null || text.indexOf(separator) < 0 ? null : text.substring(0, text.indexOf(separator));
    }

    /** The last part of an address, which is often the name of the account. */
    private static @Nullable String after(char separator, @Nullable String text) {
        return text == null ? null : text.substring(text.lastIndexOf(separator) + 1);
    }

    private boolean namesPlaceOf(Child child) {
        return namesPlace(child.school())
                || child.knownWorkers().stream()
                        .anyMatch(worker -> names(worker.name())
                                || (worker.name() != null && names.namesPartOfPlace(worker.name()))
                                || (worker.contact() != null && contacts.holdsNumber(worker.contact())));
    }

    private boolean namesWork(Suspect suspect) {
        Suspect.Workplace workplace = suspect.workplace();
        return workplace != null && (namesPlace(workplace.name()) || namesStreet(workplace.address()));
    }

    private boolean namesAddressOf(Child child) {
        return namesStreet(child.address()) || namesStreet(child.whereNow());
    }

    private boolean namesStreet(@Nullable Address address) {
        return address != null && address.lines() != null && contacts.namesStreet(address.lines());
    }

    /** One word of a person's name is enough to identify the person. */
    private boolean names(@Nullable String name) {
        return name != null && names.names(name);
    }

    private boolean namesPlace(@Nullable String place) {
        return place != null && names.namesPlace(place);
    }
}
