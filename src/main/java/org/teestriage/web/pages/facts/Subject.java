package org.teestriage.web.pages.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.amendment.AccountEdit;
import org.teestriage.concern.amendment.ChildEdit;
import org.teestriage.concern.amendment.DeviceEdit;
import org.teestriage.concern.amendment.FactsEdit;
import org.teestriage.concern.amendment.FactsEdit.Operation;
import org.teestriage.concern.amendment.PersonEdit;
import org.teestriage.concern.amendment.SightingEdit;
import org.teestriage.concern.amendment.StatementEdit;
import org.teestriage.concern.amendment.SuspectEdit;
import org.teestriage.concern.facts.Consents;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Images;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Pattern;
import org.teestriage.concern.facts.Spread;
import org.teestriage.web.pages.facts.FactsForms.AccountForm;
import org.teestriage.web.pages.facts.FactsForms.ChildForm;
import org.teestriage.web.pages.facts.FactsForms.ConsentsForm;
import org.teestriage.web.pages.facts.FactsForms.DeviceForm;
import org.teestriage.web.pages.facts.FactsForms.FactsForm;
import org.teestriage.web.pages.facts.FactsForms.HarmForm;
import org.teestriage.web.pages.facts.FactsForms.ImagesForm;
import org.teestriage.web.pages.facts.FactsForms.PatternForm;
import org.teestriage.web.pages.facts.FactsForms.PersonForm;
import org.teestriage.web.pages.facts.FactsForms.Said;
import org.teestriage.web.pages.facts.FactsForms.SightingForm;
import org.teestriage.web.pages.facts.FactsForms.StatementForm;
import org.teestriage.web.pages.facts.FactsForms.SuspectForm;

/** What a form of the facts is about: one member of a list, or a group of answers. */
public enum Subject {
    CHILD("child", "Children", "child", ChildForm.class),
    SUSPECT("suspect", "People alleged to have harmed", "person", SuspectForm.class),
    ACCOUNT("account", "Online accounts", "account", AccountForm.class),
    PERSON("person", "Family, household and professionals", "family member or professional", PersonForm.class),
    STATEMENT("statement", "What happened", "statement", StatementForm.class),
    HARM("harm", "Safety and kind of harm", "answers about safety and harm", HarmForm.class),
    PATTERN("pattern", "Pattern of the abuse", "answers about the pattern of the abuse", PatternForm.class),
    IMAGES("images", "Images", "answers about images", ImagesForm.class),
    SEEN_AGAIN("seen-again", "Images seen again after removal", "sighting of images", SightingForm.class),
    DEVICE("device", "Devices", "device", DeviceForm.class),
    CONSENT("consent", "Consent", "consent", ConsentsForm.class);

    private final String id;
    private final String title;
    private final String one;
    private final Class<? extends FactsForm> form;

    Subject(String id, String title, String one, Class<? extends FactsForm> form) {
        this.id = id;
        this.title = title;
        this.one = one;
        this.form = form;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** One of it, in a sentence. */
    public String one() {
        return one;
    }

    /** One of it, as a heading. */
    public String oneTitle() {
        return Character.toUpperCase(one.charAt(0)) + one.substring(1);
    }

    Class<? extends FactsForm> form() {
        return form;
    }

    /** Whether there can be several, each with a number. */
    public boolean several() {
        return this != HARM && this != PATTERN && this != IMAGES && this != CONSENT;
    }

    static Optional<Subject> of(String id) {
        return Arrays.stream(values()).filter(subject -> subject.id.equals(id)).findFirst();
    }

    /** A member of the facts, or the only group of answers, and its number. */
    record Member(int number, Object value) {}

    List<Member> members(Facts facts) {
        return switch (this) {
            case CHILD -> numbered(facts.children());
            case SUSPECT -> numbered(facts.suspects());
            case PERSON -> numbered(facts.people());
            case ACCOUNT ->
                accounts(facts)
                        .map(account ->
                                new Member(Optional.ofNullable(account.number()).orElseThrow(), account))
                        .toList();
            case STATEMENT -> numbered(facts.account());
            case DEVICE -> numbered(facts.devices());
            case HARM -> List.of(new Member(0, HarmForm.of(facts)));
            case PATTERN ->
                List.of(new Member(0, Optional.ofNullable(facts.pattern()).orElse(Pattern.UNASKED)));
            case IMAGES -> List.of(new Member(0, images(facts).withoutSightings()));
            case SEEN_AGAIN -> numbered(images(facts).sightings());
            case CONSENT ->
                List.of(new Member(
                        0,
                        Optional.ofNullable(facts.consents()).orElseGet(() -> new Consents(null, null, null, null))));
        };
    }

    private static Images images(Facts facts) {
        return Optional.ofNullable(facts.images()).orElse(Images.UNASKED);
    }

    private static Stream<OnlineIdentity> accounts(Facts facts) {
        return facts.numbered().suspects().stream()
                .flatMap(suspect -> suspect.identities().stream())
                .filter(account -> account.number() != null);
    }

    private static List<Member> numbered(List<?> members) {
        return Stream.iterate(1, n -> n <= members.size(), n -> n + 1)
                .map(number -> new Member(number, members.get(number - 1)))
                .toList();
    }

    Optional<Member> member(Facts facts, @Nullable Integer number) {
        return members(facts).stream()
                .filter(member -> member.number() == Optional.ofNullable(number).orElse(0))
                .findFirst();
    }

    /** The form of an existing member. */
    FactsForm filled(Object member) {
        return switch (this) {
            case CHILD ->
                fill(member, org.teestriage.concern.facts.Child.class, child -> new ChildForm(child, Said.NOTHING));
            case SUSPECT ->
                fill(
                        member,
                        org.teestriage.concern.facts.Suspect.class,
                        suspect -> new SuspectForm(suspect, Said.NOTHING));
            case PERSON ->
                fill(member, org.teestriage.concern.facts.Person.class, person -> new PersonForm(person, Said.NOTHING));
            case ACCOUNT -> fill(member, OnlineIdentity.class, account -> new AccountForm(account, Said.NOTHING));
            case STATEMENT ->
                fill(
                        member,
                        org.teestriage.concern.facts.Statement.class,
                        told -> new StatementForm(told, Said.NOTHING));
            case DEVICE ->
                fill(member, org.teestriage.concern.facts.Device.class, device -> new DeviceForm(device, Said.NOTHING));
            case HARM -> (HarmForm) member;
            case PATTERN -> fill(member, Pattern.class, pattern -> new PatternForm(pattern, Said.NOTHING));
            case IMAGES -> fill(member, Images.class, images -> new ImagesForm(images, Said.NOTHING));
            case SEEN_AGAIN ->
                fill(member, Spread.Sighting.class, sighting -> new SightingForm(sighting, Said.NOTHING));
            case CONSENT -> fill(member, Consents.class, consents -> new ConsentsForm(consents, Said.NOTHING));
        };
    }

    private static <T> FactsForm fill(Object member, Class<T> type, Function<T, FactsForm> form) {
        return form.apply(type.cast(member));
    }

    /** Withdraws the member with this number. */
    FactsEdit withdrawal(int number) {
        return switch (this) {
            case CHILD -> new ChildEdit(Operation.WITHDRAW, number, null);
            case SUSPECT -> new SuspectEdit(Operation.WITHDRAW, number, null);
            case PERSON -> new PersonEdit(Operation.WITHDRAW, number, null);
            case ACCOUNT -> new AccountEdit(Operation.WITHDRAW, number, null, null);
            case STATEMENT -> new StatementEdit(Operation.WITHDRAW, number, null);
            case DEVICE -> new DeviceEdit(Operation.WITHDRAW, number, null);
            case SEEN_AGAIN -> new SightingEdit(Operation.WITHDRAW, number, null);
            case HARM, PATTERN, IMAGES, CONSENT ->
                throw new IllegalArgumentException("answers are corrected, not withdrawn");
        };
    }
}
