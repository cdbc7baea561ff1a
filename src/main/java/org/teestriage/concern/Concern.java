package org.teestriage.concern;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.concern.facts.StoredFacts;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.LondonTime;

/**
 * The aggregate root: what an agency raised, and its current state. The process engine holds the position on the path,
 * and the timeline holds the history. The row also holds the head of the timeline, so every change locks this row
 * first.
 */
@Entity
public class Concern {

    @Id
    private String reference;

    @Column(updatable = false)
    private Instant receivedAt;

    @Column(updatable = false)
    private String agency;

    @Column(updatable = false)
    private String raisedBy;

    @Convert(converter = FactsAsText.class)
    private Facts facts;

    private @Nullable Instant factsAt;
    private int factsRevision;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private String priorityReason;
    private boolean dangerSeen;
    private @Nullable Instant dangerAt;
    private boolean complex;
    private int information;
    private @Nullable Instant closedAt;
    private @Nullable Instant reopenedAt;
    private @Nullable String duplicateOf;
    private @Nullable Instant askedAt;
    private @Nullable String askedBy;
    private @Nullable Instant answeredAt;
    private @Nullable Instant questionDue;
    private @Nullable String childKeys;

    @Embedded
    private @Nullable Covert covert;

    private long timelineLength;
    private String timelineHead;

    @OneToMany(mappedBy = "concern", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<Part> parts = new ArrayList<>();

    protected Concern() {}

    /** Online abuse is complex until a manager agrees that it is not (NSPCC briefing, 2014). */
    public Concern(
            Reference reference, Instant receivedAt, String agency, String raisedBy, Facts facts, String timelineHead) {
        this.reference = reference.value();
        this.receivedAt = receivedAt;
        this.agency = agency;
        this.raisedBy = raisedBy;
        this.facts = facts.numbered().inPresentForm();
        this.factsAt = receivedAt;
        this.factsRevision = 1;
        this.dangerSeen = facts.overallUrgency().saysDanger();
        this.complex = true;
        this.timelineHead = timelineHead;
        this.priority = Priority.AMBER;
        this.priorityReason = "";
    }

    public Part addPart(String hub, @Nullable String authority, Part.Jurisdiction standing, List<Integer> children) {
        return addPart(hub, authority, standing, children, receivedAt);
    }

    /** A part that begins later than the concern. */
    public Part addPart(
            String hub, @Nullable String authority, Part.Jurisdiction standing, List<Integer> children, Instant at) {
        Part part = new Part(this, nextPartNumber(), hub, authority, standing, children, at);
        parts.add(part);
        return part;
    }

    public int nextPartNumber() {
        return parts.size() + 1;
    }

    public void rate(Priority newPriority, String reason) {
        priority = newPriority;
        priorityReason = reason;
    }

    /** Sets the priority to red. The flag never lapses: only a user's check can establish that the danger is over. */
    public void seeDanger(String reason, Instant at) {
        dangerSeen = true;
        dangerAt = at;
        rate(Priority.RED, reason);
    }

    /** The written concern that follows a telephone call: what its facts say of the police was told at this moment. */
    public void writtenDown(Instant at) {
        factsAt = at;
    }

    /** Replaces the facts by those of the next revision, whose note tells what changed. */
    public void amend(Facts amended) {
        facts = amended;
        dangerSeen = dangerSeen || amended.overallUrgency().saysDanger();
    }

    /** The number of the next revision: each addition to a concern is one. */
    public int nextRevision() {
        return ++factsRevision;
    }

    public void noLongerComplex() {
        complex = false;
    }

    /** When the next answer of the referrer is due; null if no question is open. */
    public void answersDue(@Nullable Instant at) {
        questionDue = at;
    }

    public @Nullable Instant questionDue() {
        return questionDue;
    }

    public void markCovert(Covert mark) {
        covert = mark;
    }

    public void noLongerCovert() {
        covert = null;
    }

    /** Empty if people may be told. */
    public Optional<Covert> covert() {
        return Optional.ofNullable(covert);
    }

    public int countInformation() {
        return ++information;
    }

    public void close(Instant at) {
        closedAt = at;
    }

    public void withdrawAsDuplicateOf(Reference other, Instant at) {
        duplicateOf = other.value();
        closedAt = at;
    }

    /** Removes a duplicate link; the timeline still shows it. */
    public void reopen(Instant at) {
        closedAt = null;
        reopenedAt = at;
        duplicateOf = null;
    }

    /** The referrer asks whether the hub has seen the concern. Without an answer, the first time stays. */
    public void ask(Instant at, String by) {
        if (askedAt == null || answeredAt != null) {
            askedAt = at;
            askedBy = by;
            answeredAt = null;
        }
    }

    /** The hub claimed the concern or decided something, which answers a pending status enquiry. */
    public void takenUp(Instant at) {
        if (askedAt != null && answeredAt == null) {
            answeredAt = at;
        }
    }

    /**
     * Moves the head to the hash of the next timeline entry.
     *
     * @throws IllegalStateException if the sequence number is not the next one
     */
    public void extendTimeline(long sequence, String hash) {
        if (sequence != timelineLength + 1) {
            throw new IllegalStateException(
                    "the timeline of " + reference + " does not end at the previous sequence number");
        }
        timelineLength = sequence;
        timelineHead = hash;
    }

    /** Remembers by which rules the keys of the children were computed. */
    public void childrenKeyed(String edition) {
        childKeys = edition;
    }

    /** Whether the keys of the children are those of these rules. */
    public boolean keyedBy(String edition) {
        return edition.equals(childKeys);
    }

    public Reference reference() {
        return new Reference(reference);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public LocalDate receivedOn() {
        return LocalDate.ofInstant(receivedAt, LondonTime.ZONE);
    }

    public String agency() {
        return agency;
    }

    public String raisedBy() {
        return raisedBy;
    }

    public Facts facts() {
        return facts;
    }

    /** The revision of the facts, from 1: how they were raised. */
    public int factsRevision() {
        return factsRevision;
    }

    public Priority priority() {
        return priority;
    }

    public String priorityReason() {
        return priorityReason;
    }

    /** When danger was last told; null if it never was, or an earlier release did not keep it. */
    public @Nullable Instant dangerAt() {
        return dangerAt;
    }

    /** Whether it is red or a child is in danger: its steps are worked on day and night. */
    public boolean isUrgent() {
        return priority == Priority.RED || dangerSeen;
    }

    public boolean dangerSeen() {
        return dangerSeen;
    }

    /** The latest 999 call reported since danger was last raised; empty if there is none. */
    public Optional<PoliceContact> called999(List<Note> notes) {
        Stream<Called> first = Stream.of(new Called(factsAt == null ? receivedAt : factsAt, facts.policeContact()));
        Stream<Called> later =
                notes.stream().map(note -> new Called(note.at(), note.addition().policeContact()));
        return Stream.concat(first, later)
                .filter(call -> dangerAt != null && !call.at().isBefore(dangerAt))
                .flatMap(call -> Stream.ofNullable(call.contact()))
                .filter(contact -> contact.rung() == PoliceContact.Rung.RANG_999)
                .reduce((earlier, newer) -> newer);
    }

    /** A contact with the police, or its absence, and the time of the report. */
    private record Called(Instant at, @Nullable PoliceContact contact) {}

    public boolean complex() {
        return complex;
    }

    public boolean open() {
        return closedAt == null;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<Instant> reopenedAt() {
        return Optional.ofNullable(reopenedAt);
    }

    public Optional<StatusEnquiry> asking() {
        return askedAt == null || askedBy == null
                ? Optional.empty()
                : Optional.of(new StatusEnquiry(askedAt, askedBy, answeredAt));
    }

    public Optional<Reference> duplicateOf() {
        return Optional.ofNullable(duplicateOf).map(Reference::new);
    }

    public long timelineLength() {
        return timelineLength;
    }

    public String timelineHead() {
        return timelineHead;
    }

    /** The parts that have children. One whose children have all moved stays with what was decided for them. */
    public List<Part> parts() {
        return parts.stream().filter(part -> !part.isEmptied()).toList();
    }

    /** The part whose hub handles the steps of the whole concern. */
    public Part leadingPart() {
        return parts().get(0);
    }

    public Part part(int number) {
        return parts.stream()
                .filter(part -> part.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such part"));
    }

    public Part partOfChild(int child) {
        return parts.stream()
                .filter(part -> part.children().contains(child))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such child"));
    }

    /** Moves children to a part, away from the one that they were in. */
    public void moveChildren(List<Integer> children, Part to) {
        parts.forEach(part -> part.remove(children));
        to.add(children);
    }

    /** Stores the facts as one JSON document, because they are one statement made at one time. */
    @Converter
    static class FactsAsText implements AttributeConverter<Facts, String> {
        @Override
        public String convertToDatabaseColumn(Facts facts) {
            return Json.write(facts);
        }

        @Override
        public Facts convertToEntityAttribute(String text) {
            return StoredFacts.read(text);
        }
    }

    /** Stores numbers as {@code 1,2,3}. */
    @Converter
    static class NumbersAsText implements AttributeConverter<List<Integer>, String> {
        @Override
        public String convertToDatabaseColumn(List<Integer> numbers) {
            return String.join(",", numbers.stream().map(String::valueOf).toList());
        }

        @Override
        public List<Integer> convertToEntityAttribute(String text) {
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
        }
    }
}
