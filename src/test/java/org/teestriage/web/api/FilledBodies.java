package org.teestriage.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.Null;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.validation.Format;
import org.teestriage.platform.validation.SingleLine;

/**
 * Bodies in which every field of a record is filled by reflection, so that new fields are tested without new test code.
 */
record FilledBodies(String line, String text, String moment, Map<String, String> chosen) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Values for fields whose default would contradict another field or be refused at the step. */
    private static final Map<String, String> FITTING = Map.ofEntries(
            Map.entry("Child.unknown", "false"),
            Map.entry("Child.dueDate", "null"),
            Map.entry("Child.estimatedAge", "null"),
            Map.entry("Pattern.howMany", "2"),
            Map.entry("Spread.seenAgain", "null"),
            Map.entry("LadoEvaluation.followUpOn", "null"),
            Map.entry("Facts.kinds", "[\"SEXTORTION\"]"),
            Map.entry("ChildEdit.number", "null"),
            Map.entry("SuspectEdit.number", "null"),
            Map.entry("SightingEdit.number", "null"),
            Map.entry("PersonEdit.number", "null"),
            Map.entry("Person.estimatedAge", "null"),
            Map.entry("AnswerEdit.child", "null"),
            Map.entry("AccountEdit.number", "null"),
            Map.entry("DeviceEdit.number", "null"),
            Map.entry("StatementEdit.number", "null"),
            Map.entry("Report.approval", "null"),
            Map.entry("SocialCareReferral.approval", "null"),
            Map.entry("LadoReferral.approval", "null"),
            Map.entry("SocialCareReferral.notNeeded", "null"),
            Map.entry("LadoReferral.notNeeded", "null"),
            Map.entry("ObligationOpening.item", "\"1\""),
            Map.entry("RouteEntry.about", "\"CHILD\""),
            Map.entry("RouteEntry.number", "1"),
            Map.entry("CheckEntry.child", "1"),
            Map.entry("CheckEntry.act", "\"ANSWERED\""),
            Map.entry("CheckEntry.awaitedUntil", "null"),
            Map.entry("LetterChase.remedy", "\"RECEIVED\""),
            Map.entry("LetterChase.waitUntil", "null"),
            Map.entry("Report.notNeededBecause", "null"),
            Map.entry("Report.heldUntil", "null"),
            Map.entry("ImmediateRiskCheck.finding", "\"NO_IMMEDIATE_DANGER\""),
            Map.entry("InformationReview.effect", "\"PRIORITY\""),
            Map.entry(
                    "Acknowledgement.wording",
                    "\"Your concern was received and is being looked at. You will be told the outcome.\""),
            Map.entry("Acknowledgement.addition", "null"),
            Map.entry(
                    "ReferrerFeedback.wording",
                    "\"Your concern was passed to children's social care, who decide what happens next.\""),
            Map.entry("ReferrerFeedback.addition", "null"),
            Map.entry("ThresholdDecision.complexAbuse", "false"),
            Map.entry("ForChild.outcomes", "[\"SECTION_47\"]"),
            Map.entry("ForChild.level", "\"STSCP-4\""),
            Map.entry("Absence.agency", "\"HEALTH\""),
            Map.entry("SharedWith.shared", "false"),
            Map.entry("SharedWith.sharedOn", "null"),
            Map.entry("SharedWith.how", "null"),
            Map.entry("SharedWith.receivedOn", "null"),
            Map.entry("ActionResult.state", "\"NOT_DONE\""),
            Map.entry("ActionResult.dueOn", "null"),
            Map.entry("Participant.agency", "\"POLICE\""),
            Map.entry("PhoneCall.to", "\"SOCIAL_CARE\""),
            Map.entry("AuthorityDecision.authority", "\"E06000001\""),
            Map.entry("MoveProposal.toHub", "\"redcar-mach\""));

    static FilledBodies with(String line, String text, Instant moment) {
        return new FilledBodies(line, text, moment.toString(), FITTING);
    }

    FilledBodies choosing(String field, String json) {
        Map<String, String> more = new HashMap<>(chosen);
        more.put(field, json);
        return new FilledBodies(line, text, moment, more);
    }

    ObjectNode body(Class<?> record) {
        ObjectNode body = JSON.objectNode();
        for (RecordComponent component : told(record).toList()) {
            String choice = chosen.get(record.getSimpleName() + "." + component.getName());
            JsonNode value =
                    choice == null ? value(component.getGenericType(), component) : Json.read(choice, JsonNode.class);
            if (!value.isNull()) {
                body.set(component.getName(), value);
            }
        }
        return body;
    }

    private JsonNode value(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType list) {
            return JSON.arrayNode().add(value(list.getActualTypeArguments()[0], component));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return JSON.textNode(((Enum<?>) raw.getEnumConstants()[0]).name());
        }
        if (raw == String.class) {
            Format format = component.getAccessor().getAnnotation(Format.class);
            return JSON.textNode(format != null ? of(format.value()) : has(component, SingleLine.class) ? line : text);
        }
        if (raw == Boolean.class) {
            return JSON.booleanNode(true);
        }
        if (raw == Integer.class) {
            return JSON.numberNode(1);
        }
        if (raw == Instant.class) {
            return JSON.textNode(moment);
        }
        if (raw == LocalDate.class) {
            return JSON.textNode(moment.substring(0, 10));
        }
        return raw == Reference.class ? JSON.textNode("T3ES-7A9K-K") : body(raw);
    }

    /** The line, as far as the format permits it. */
    private String of(Format.Kind format) {
        String begun = line.substring(0, Math.min(line.length(), 270));
        return switch (format) {
            // No authority is known for it, so that a person decides.
            case POSTCODE -> "ZZ9 9ZZ";
            case PHONE -> begun + " 01632 960001";
            case EMAIL -> begun + " pat@school.example";
            case NHS_NUMBER -> "943 476 5919";
        };
    }

    /** One field of a body: its record component, its JSON pointer and the path that the API reports. */
    record Spot(RecordComponent component, String pointer, String path) {

        boolean list() {
            return Collection.class.isAssignableFrom(component.getType());
        }
    }

    /** Every field of the record and of nested records. */
    static Stream<Spot> spots(Class<?> record) {
        return spots(record, "", "");
    }

    private static Stream<Spot> spots(Class<?> record, String pointer, String path) {
        return told(record).flatMap(component -> {
            String below = pointer + "/" + component.getName();
            String named = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Stream<Spot> here = Stream.of(new Spot(component, below, named));
            if (component.getGenericType() instanceof ParameterizedType list) {
                Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
                return element.isRecord() ? Stream.concat(here, spots(element, below + "/0", named + "[0]")) : here;
            }
            boolean inner = component.getType().isRecord() && component.getType() != Reference.class;
            return inner ? Stream.concat(here, spots(component.getType(), below, named)) : here;
        });
    }

    /** The components that a request may have, without those that the service sets. */
    private static Stream<RecordComponent> told(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).filter(component -> !has(component, Null.class));
    }

    static boolean has(RecordComponent component, Class<? extends Annotation> annotation) {
        return component.getAccessor().isAnnotationPresent(annotation)
                || component.getAnnotatedType().isAnnotationPresent(annotation);
    }

    static List<Class<?>> decisions() {
        return List.of(Decision.class.getPermittedSubclasses());
    }

    /** The operation id of a decision: its class name with a lower-case first letter. */
    static String operation(Class<?> decision) {
        String name = decision.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
