package org.teestriage.access.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.Role;
import org.teestriage.concern.Note;
import org.teestriage.concern.Reference;
import org.teestriage.concern.StatusEnquiry;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Confidence;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.Step;
import org.teestriage.decision.check.CheckSharing;
import org.teestriage.platform.persistence.Json;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;

/**
 * What one user, or a partner, must not see of an accessible concern: the address of a looked-after child (hidden from
 * all but the child's hub and break-glass users for danger), the identity of a confidential referrer, signs that a
 * suspect works with children where LADO access is limited, and all content from auditors. All output passes through
 * this class; {@code docs/security.md} has the table of who sees what.
 *
 * @param children numbers, from 1, of the children whose place is hidden: address, school, and care
 * @param content whether all that was told and written is hidden, and the names of the people of the concern
 * @param names words that identify the referrer or a hidden place
 * @param raisedBy user name of the account that raised the concern
 * @param links references of linked concerns whose existence is hidden
 * @param ofOtherHubs numbers of the children for whom another hub answers: what a partner said for that hub alone is
 *     hidden
 */
public record Redaction(
        List<Integer> children,
        boolean referrer,
        boolean lado,
        boolean content,
        Confidence names,
        String raisedBy,
        Set<String> links,
        Set<Integer> ofOtherHubs) {

    public Redaction(
            List<Integer> children,
            boolean referrer,
            boolean lado,
            boolean content,
            Confidence names,
            String raisedBy,
            Set<String> links) {
        this(children, referrer, lado, content, names, raisedBy, links, Set.of());
    }

    public static final Redaction NOTHING =
            new Redaction(List.of(), false, false, false, new Confidence(), "", Set.of());

    private static final Set<String> LADO_LINES =
            Set.of(Step.LADO_REFERRAL.id(), Step.LADO_EVALUATION.id(), Step.LADO_LETTER_CHASE.id(), "letter-to-lado");
    private static final List<String> OF_A_CHILD = List.of("address", "whereNow", "school", "care", "details");
    private static final List<String> OF_A_PERSON = List.of("name", "contact");
    private static final List<String> OF_A_REFERRER = List.of("name", "email", "phone", "relationToChild");
    private static final List<String> OF_A_SUSPECT = List.of("worksWithChildren", "workplace", "allegation");

    private static final Pattern PERSON = Pattern.compile("people\\[[0-9]+]\\.");
    private static final Pattern SUSPECT = Pattern.compile("suspects\\[[0-9]+]\\.");

    /** A hash lets a reader confirm a guess of the hashed text. */
    private static final List<String> OF_A_LETTER = List.of("contentHash", "enclosures");

    public boolean hidesNothing() {
        return children.isEmpty() && !referrer && !lado && !content && links.isEmpty();
    }

    public boolean hides(Step step) {
        return lado && step.isLadoStep();
    }

    public boolean hides(AccessRestriction restriction) {
        return lado && restriction.revealsLado();
    }

    /** Hides entries about the LADO, and about restrictions that limit LADO access. */
    private boolean hides(Timeline.Line line) {
        return lado
                && switch (line.link().kind()) {
                    // Erased details no longer show the kind of restriction, so the entry is hidden.
                    case WALLED, UNWALLED ->
                        line.details()
                                .map(details -> Json.read(details, RestrictionEntry.class))
                                .map(built -> hides(new AccessRestriction(built.kind(), built.subject())))
                                .orElse(true);
                    // It names an entry by a number that would show the gap.
                    case ERASED -> true;
                    default -> LADO_LINES.contains(line.link().step());
                };
    }

    /** Timeline entry with the number shown to this reader; hidden entries leave no gap in the numbers. */
    public record Numbered(long number, Timeline.Line line) {}

    public List<Numbered> shown(List<Timeline.Line> timeline) {
        List<Timeline.Line> shown =
                timeline.stream().filter(line -> !hides(line)).toList();
        return IntStream.range(0, shown.size())
                .mapToObj(index -> new Numbered(index + 1L, shown.get(index)))
                .toList();
    }

    /** Removes the name of agency staff, and the agency too where the referrer is confidential. */
    public Signature apply(Signature signature) {
        if (!hidesReferrer() || !signature.role().equals(Role.REFERRER.name())) {
            return signature;
        }
        String who = signature.user().equals(raisedBy) ? Confidence.THE_REFERRER : Confidence.A_COLLEAGUE;
        return new Signature("", who, signature.role(), referrer ? "" : signature.affiliation());
    }

    /** Whether texts can name what is hidden. */
    private boolean conceals() {
        return hidesReferrer() || !children.isEmpty();
    }

    private boolean hidesReferrer() {
        return referrer || content;
    }

    /** Redacts the name of an account or of a person named in the text. */
    public String person(String name) {
        return hidesReferrer() ? names.person(name) : name;
    }

    /** The author of an addition; agency staff who signed no entry are not known by name. */
    public String author(Note note) {
        String shown = person(note.byName());
        return hidesReferrer() && note.byAgency() && shown.equals(note.byName()) ? Confidence.THE_REFERRER : shown;
    }

    /** Redacts a sentence of the service. Such sentences name no child and no suspect. */
    public String text(String text) {
        String unlinked = unlinked(text);
        return conceals() ? names.text(unlinked) : unlinked;
    }

    private String unlinked(String text) {
        String shown = text;
        for (String link : links) {
            shown = shown.replace(link, "another concern");
        }
        return shown;
    }

    /** The linked concern, if the reader may know of it. */
    public Optional<Reference> link(Optional<Reference> linked) {
        return linked.filter(reference -> !links.contains(reference.value()));
    }

    /** A line that a person typed; empty if this reader sees no content. */
    public Optional<String> typed(@Nullable String line) {
        return content ? Optional.empty() : Optional.ofNullable(line).map(this::text);
    }

    /** Whether what a partner said about a child is hidden from this reader, as the partner asked. */
    public boolean keepsBack(int child, @Nullable CheckSharing sharing) {
        return sharing == CheckSharing.HUB && ofOtherHubs.contains(child);
    }

    /** To whom something was told: the referrer, in most cases. */
    public @Nullable String toldTo(String name) {
        return hidesReferrer() ? null : name;
    }

    /**
     * The subject of a restriction: a user, or the name or workplace of a person of the concern. A name may be that of a
     * person with whom a child lives.
     */
    public String subject(AccessRestriction restriction) {
        boolean mayLiveThere = !children.isEmpty() && restriction.kind() == AccessRestriction.Kind.EXCLUDED_NAME;
        return mayLiveThere || (content && restriction.isAboutASuspect()) ? "withheld" : person(restriction.subject());
    }

    /** The hubs whose staff come from an excluded workplace. */
    public Set<String> subjectHubs(AccessRestriction restriction) {
        return content && restriction.isAboutASuspect() ? Set.of() : restriction.hubs();
    }

    /** Redacts an addition: hidden fields, and words that identify the referrer. */
    public Addition apply(Addition told) {
        requireContent();
        Addition shown = told instanceof Amendment amendment ? apply(amendment) : told;
        return conceals() ? names.over(shown) : shown;
    }

    /** The name of the person who raised the concern, as the facts tell it. */
    public String raisedBy(Facts facts) {
        return hidesReferrer() ? Confidence.THE_REFERRER : facts.referrer().name();
    }

    /** The reason may tell what a hidden field holds. */
    private Amendment apply(Amendment amendment) {
        List<FieldChange> shown =
                amendment.changes().stream().filter(change -> !hides(change)).toList();
        boolean whole = shown.size() == amendment.changes().size();
        return new Amendment(amendment.saidBy(), amendment.saidOn(), whole ? amendment.why() : null, shown);
    }

    /** Whether the field of a change is hidden. */
    public boolean hides(FieldChange change) {
        return hidesField(change.field());
    }

    /** A path does not tell with whom a person lives, so that of every person is hidden where a home is. */
    private boolean hidesField(String field) {
        return children.stream().anyMatch(number -> isOneOf(field, "children[%d]".formatted(number - 1), OF_A_CHILD))
                || (!children.isEmpty() && isOfA(PERSON, field, OF_A_PERSON))
                || (referrer && isOneOf(field, "referrer", OF_A_REFERRER))
                || (lado && isOfA(SUSPECT, field, OF_A_SUSPECT));
    }

    private static boolean isOfA(Pattern member, String field, List<String> components) {
        return member.matcher(field).lookingAt() && isOneOf(field, field.substring(0, field.indexOf('.')), components);
    }

    private static boolean isOneOf(String field, String record, List<String> components) {
        return components.stream()
                .map(component -> record + "." + component)
                .anyMatch(path -> field.equals(path) || field.startsWith(path + "."));
    }

    public PoliceContact apply(PoliceContact contact) {
        String by = contact.by();
        return content
                ? new PoliceContact(contact.rung(), null, contact.at(), null)
                : new PoliceContact(
                        contact.rung(), by == null ? null : person(by), contact.at(), contact.policeReference());
    }

    public StatusEnquiry apply(StatusEnquiry asking) {
        return new StatusEnquiry(asking.at(), person(asking.by()), asking.answeredAt());
    }

    public Facts apply(Facts facts) {
        requireContent();
        return hidesNothing() ? facts : Json.read(apply(Json.tree(facts)).toString(), Facts.class);
    }

    private void requireContent() {
        if (content) {
            throw new IllegalStateException("This reader sees no content of a concern");
        }
    }

    /** What is left of the details of an entry; empty if they were erased or are hidden completely. */
    public Optional<JsonNode> details(Timeline.Line line) {
        return line.details()
                .map(details -> Json.read(details, JsonNode.class))
                .flatMap(details -> content
                        ? RecordFields.of(line.link().kind(), details)
                        : Optional.of(redacted(
                                answered(line.link().kind(), routed(line.link().kind(), details)))));
    }

    private JsonNode answered(Kind kind, JsonNode details) {
        boolean keptBack = kind == Kind.CHECK
                && ofOtherHubs.contains(details.path("child").asInt())
                && details.path("sharing").asText().equals(CheckSharing.HUB.name());
        if (keptBack) {
            remove(details, List.of("told"));
        }
        return details;
    }

    /** Why a child goes to a hub names the postcode district of its address. */
    private JsonNode routed(Kind kind, JsonNode details) {
        if (kind == Kind.ROUTED && !children.isEmpty()) {
            Iterator<JsonNode> each = details.elements();
            while (each.hasNext()) {
                String sentence = each.next().asText();
                if (children.stream().anyMatch(number -> sentence.startsWith("Child %d:".formatted(number)))) {
                    each.remove();
                }
            }
        }
        return details;
    }

    /** Redacts a decision: an object that may contain facts. */
    public JsonNode apply(JsonNode written) {
        return content ? RecordFields.ofDecision(written) : redacted(written);
    }

    private JsonNode redacted(JsonNode written) {
        // The call and the written concern can name the referrer differently.
        Confidence known = referrer
                ? names.and(written.path("referrer")).and(written.path("facts").path("referrer"))
                : names;
        if (!hidesNothing()) {
            leaveOut(written);
        }
        JsonNode shown = known.over(written);
        return links.isEmpty() ? shown : Json.read(unlinked(shown.toString()), JsonNode.class);
    }

    private void leaveOut(JsonNode written) {
        if (written instanceof ObjectNode object) {
            if (!children.isEmpty()
                    && object.path("kind").asText().equals(AccessRestriction.Kind.EXCLUDED_NAME.name())) {
                object.remove("subject");
            }
            children.forEach(number -> remove(object.path("children").path(number - 1), OF_A_CHILD));
            List<Integer> all = IntStream.rangeClosed(1, object.path("children").size())
                    .boxed()
                    .toList();
            object.path("people").forEach(person -> {
                if (mayShareAHiddenHome(person, all)) {
                    remove(person, OF_A_PERSON);
                }
            });
            if (referrer) {
                remove(object.path("referrer"), OF_A_REFERRER);
                object.remove("toldTo");
            }
            if (lado) {
                object.path("suspects").forEach(suspect -> remove(suspect, OF_A_SUSPECT));
                object.path("children").forEach(child -> withoutLado(child.path("outcomes")));
                OF_A_LETTER.forEach(hash -> object.findParents(hash).forEach(holder -> remove(holder, List.of(hash))));
                // In the entry of an export: the list of what it left out.
                object.remove("withheld");
            }
            Iterator<JsonNode> changes = object.path("changes").elements();
            while (changes.hasNext()) {
                if (hidesField(changes.next().path("field").asText())) {
                    changes.remove();
                    object.remove("why");
                }
            }
            leaveOut(object.path("facts"));
        }
    }

    /** Whether the person may live with a child, and only with children whose address is hidden. */
    private boolean mayShareAHiddenHome(JsonNode person, List<Integer> all) {
        List<Integer> about = StreamSupport.stream(person.path("about").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
        return !children.isEmpty()
                && !person.path("livesWithChild").asText().equals(Answer.NO.name())
                && children.containsAll(about.isEmpty() ? all : about);
    }

    private static void withoutLado(JsonNode outcomes) {
        Iterator<JsonNode> each = outcomes.elements();
        while (each.hasNext()) {
            if (each.next().asText().equals(Outcome.LADO.name())) {
                each.remove();
            }
        }
    }

    private static void remove(JsonNode from, List<String> fields) {
        if (from instanceof ObjectNode object) {
            object.remove(fields);
        }
    }

    /** Notices about hidden data, so that the reader does not take it for unknown. */
    public List<String> withheld() {
        if (content) {
            return List.of("What was told and written, and the names of the people it is about: an audit sees what was"
                    + " done.");
        }
        Stream.Builder<String> words = Stream.builder();
        children.forEach(number ->
                words.add("The address, school and care of child %d, who is looked after, and the people there."
                        .formatted(number)));
        if (referrer) {
            words.add("Who the referrer is: they asked for it.");
        }
        if (lado) {
            words.add("Some of what is known of a person of concern: it is for named people.");
        }
        return words.build().toList();
    }
}
