package org.teestriage.testing.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.invariant.ShownReference;

/** The JSON API as one user calls it. */
public record Api(ServiceUnderTest door, String user) {

    private static final Pattern DECISION = Pattern.compile("/api/concerns/([^/]+)/([a-z-]+)(?:/([0-9]{1,4}))?");

    public static Api as(String user) {
        return new Api(ServiceUnderTest.DEMO, user);
    }

    /** A decision carries the version of its step, which is read first, as clients do. */
    public Response post(String path, Object body) {
        return post(path, body, Optional.empty(), version(path));
    }

    /** A decision with the version of its step as it was read before; null for none. */
    public Response decide(String path, Object decision, @Nullable String version) {
        return post(path, decision, Optional.empty(), Optional.ofNullable(version));
    }

    private Response post(String path, Object body, Optional<String> key, Optional<String> version) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        key.ifPresent(each -> headers.put("Idempotency-Key", each));
        version.ifPresent(each -> headers.put("If-Match", each));
        return send("POST", path, headers, text(body));
    }

    /** The version of the step that is decided at this address; empty if it needs none or cannot be read. */
    public Optional<String> version(String path) {
        Matcher address = DECISION.matcher(path);
        if (!address.matches()
                || Step.of(address.group(2)).filter(Step::restsOnOthers).isEmpty()) {
            return Optional.empty();
        }
        Response status = get("/api/concerns/" + address.group(1));
        return status.statusCode() != 200
                ? Optional.empty()
                : each(json(status).get("waiting"))
                        .filter(step -> step.get("step").asText().equals(address.group(2))
                                && step.get("item").asText().equals(address.group(3) == null ? "" : address.group(3)))
                        .map(step -> step.get("version").asText())
                        .findFirst();
    }

    /** Sends with an idempotency key; the same request may be repeated under it. */
    public Response post(String path, Object body, String idempotencyKey) {
        return post(path, body, Optional.of(idempotencyKey), Optional.empty());
    }

    private static String text(Object body) {
        return body instanceof String text ? text : Json.write(body);
    }

    public Response post(String path) {
        return send("POST", path, Map.of(), null);
    }

    public Response get(String path) {
        return send("GET", path, Map.of(), null);
    }

    private Response send(String method, String path, Map<String, String> headers, @Nullable String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", door.authorization(user));
        return new HttpCall(method, door.root(), path, all, body).send();
    }

    /** Raises a concern; fails on any status other than 201. */
    public ConcernClient raise(Object facts) {
        Response response = post("/api/concerns", facts);
        requireStatus(201, response);
        String reference = response.jsonPath().getString("reference");
        ShownReference.remember(door.database(), reference, text(facts));
        return new ConcernClient(door, reference);
    }

    /** Claims the most urgent unclaimed step; 204 where there is none. */
    public Response takeNext() {
        return post("/api/queue/next");
    }

    /** A page of the queue for a query such as {@code "?whose=MINE&size=5"}. */
    public JsonNode queue(String query) {
        Response response = get("/api/queue" + query);
        requireStatus(200, response);
        return Json.read(response.asString(), JsonNode.class);
    }

    /** All lines of the queue over all pages. */
    public List<JsonNode> wholeQueue(String query) {
        List<JsonNode> lines = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = queue(query + after);
            each(page.get("lines")).forEach(lines::add);
            after = page.has("next") ? "&after=" + page.get("next").asText() : null;
        } while (after != null);
        return lines;
    }

    /** The message of a failure is the answer, which says why. */
    private static void requireStatus(int status, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    }

    public static JsonNode json(Response response) {
        return Json.read(response.asString(), JsonNode.class);
    }

    /** The detail of a problem. */
    public static String detail(Response response) {
        return response.jsonPath().getString("detail");
    }

    /** A raised concern; each call names the user who makes it. */
    public record ConcernClient(ServiceUnderTest door, String reference) {

        public ConcernClient(String reference) {
            this(ServiceUnderTest.DEMO, reference);
        }

        /** The same concern at another node. */
        public ConcernClient at(ServiceUnderTest other) {
            return new ConcernClient(other, reference);
        }

        private Api as(String user) {
            return new Api(door, user);
        }

        public String address() {
            return "/api/concerns/" + reference;
        }

        /** Decides a step such as {@code threshold-decision/1}; fails where the service refuses. */
        public ConcernClient decide(String user, String step, Object decision) {
            requireStatus(200, as(user).post(address() + "/" + step, decision));
            return this;
        }

        /** The version of an open step such as {@code close}, as this user reads it. */
        public String version(String user, String step) {
            return as(user).version(address() + "/" + step).orElseThrow();
        }

        public Response decideAsRead(String user, String step, @Nullable String version, Object decision) {
            return as(user).decide(address() + "/" + step, decision, version);
        }

        public Response tryToDecide(String user, String step, Object decision) {
            return as(user).post(address() + "/" + step, decision);
        }

        /** Sends an amendment such as {@code danger}; fails where the service refuses. */
        public JsonNode tell(String user, String what, Object body) {
            Response response = as(user).post(address() + "/" + what, body);
            requireStatus(200, response);
            return json(response);
        }

        /** Claims, releases or assigns a step such as {@code threshold-decision/1}. */
        public Response handle(String user, String step, String how) {
            return as(user).post(address() + "/steps/" + step + "/" + how);
        }

        public Response assign(String manager, String step, String to) {
            return as(manager).post(address() + "/steps/" + step + "/assign", "{\"user\": \"%s\"}".formatted(to));
        }

        public JsonNode seenBy(String user) {
            return read(user, "");
        }

        public JsonNode pathSeenBy(String user) {
            return read(user, "/path");
        }

        /**
         * The open steps as {@code step/item}, or {@code step} without an item; without the acknowledgement, which is
         * open beside all others.
         */
        public List<String> openSteps(String user) {
            return allOpenSteps(user).stream()
                    .filter(step -> !step.equals("acknowledgement"))
                    .toList();
        }

        public List<String> allOpenSteps(String user) {
            return places(pathSeenBy(user).get("open"));
        }

        public List<String> doneSteps(String user) {
            return places(pathSeenBy(user).get("done"));
        }

        /** An open step such as {@code close}, with its deadline. */
        public JsonNode openStep(String user, String place) {
            return each(pathSeenBy(user).get("open"))
                    .filter(step -> place(step).equals(place))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(place + " is not open"));
        }

        public List<JsonNode> timeline(String user) {
            return each(read(user, "/timeline").get("entries")).toList();
        }

        /** The sentences of the timeline entries of one kind. */
        public List<String> sentences(String user, String kind) {
            return timeline(user).stream()
                    .filter(entry -> entry.get("kind").asText().equals(kind))
                    .map(entry -> entry.get("sentence").asText())
                    .toList();
        }

        public List<String> timelineKinds(String user) {
            return timeline(user).stream()
                    .map(entry -> entry.get("kind").asText())
                    .toList();
        }

        private static List<String> places(JsonNode steps) {
            return each(steps).map(ConcernClient::place).sorted().toList();
        }

        /** The step as {@code step/item}. */
        public static String place(JsonNode step) {
            return step.get("item").asText().isEmpty()
                    ? step.get("step").asText()
                    : step.get("step").asText() + "/" + step.get("item").asText();
        }

        public JsonNode read(String user, String below) {
            Response response = as(user).get(address() + below);
            requireStatus(200, response);
            return Json.read(response.asString(), JsonNode.class);
        }
    }

    public static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /**
     * Changes a JSON body: {@code with(json, "/urgency/dangerNow", "YES")}. A null removes the field; the index after
     * the last element appends.
     */
    public static ObjectNode with(String json, @Nullable Object... pathsAndValues) {
        ObjectNode body = Json.read(json, ObjectNode.class);
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            set(body, (String) pathsAndValues[i], Json.read(Json.write(pathsAndValues[i + 1]), JsonNode.class));
        }
        return body;
    }

    private static void set(ObjectNode body, String path, JsonNode value) {
        int cut = path.lastIndexOf('/');
        JsonNode parent = body.at(path.substring(0, cut));
        String last = path.substring(cut + 1);
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(last);
            if (index == array.size()) {
                array.add(value);
            } else {
                array.set(index, value);
            }
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }
}
