package org.teestriage.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.StreamSupport;
import org.teestriage.concern.Notation;

/** The JSON front door as one person uses it over HTTP. */
public record Api(String user) {

    public static Api as(String user) {
        return new Api(user);
    }

    public Response post(String path, Object body) {
        return given().auth()
                .preemptive()
                .basic(user, "demo")
                .contentType("application/json")
                .body(body instanceof String text ? text : Notation.write(body))
                .post(path);
    }

    public Response post(String path) {
        return given().auth().preemptive().basic(user, "demo").post(path);
    }

    public Response get(String path) {
        return given().auth().preemptive().basic(user, "demo").get(path);
    }

    /** Raises a concern and says under which reference; fails where it was not taken in. */
    public Told raise(Object facts) {
        Response response = post("/api/concerns", facts);
        response.then().statusCode(201);
        return new Told(response.jsonPath().getString("reference"));
    }

    /** A concern that was raised, as the next person handles it. */
    public record Told(String reference) {

        public String address() {
            return "/api/concerns/" + reference;
        }

        /** Decides a step such as {@code threshold-decision/1}; fails where that was refused. */
        public Told decide(String user, String step, Object decision) {
            Api.as(user).post(address() + "/" + step, decision).then().statusCode(200);
            return this;
        }

        public Response tryToDecide(String user, String step, Object decision) {
            return Api.as(user).post(address() + "/" + step, decision);
        }

        public JsonNode seenBy(String user) {
            return read(user, "");
        }

        public JsonNode pathSeenBy(String user) {
            return read(user, "/path");
        }

        /** The open steps as {@code step/item}, or {@code step} alone where it stands once. */
        public List<String> openSteps(String user) {
            return places(pathSeenBy(user).get("open"));
        }

        public List<String> doneSteps(String user) {
            return places(pathSeenBy(user).get("done"));
        }

        public List<String> timelineKinds(String user) {
            return StreamSupport.stream(read(user, "/timeline").get("entries").spliterator(), false)
                    .map(entry -> entry.get("kind").asText())
                    .toList();
        }

        private static List<String> places(JsonNode steps) {
            return StreamSupport.stream(steps.spliterator(), false)
                    .map(step -> step.get("item").asText().isEmpty()
                            ? step.get("step").asText()
                            : step.get("step").asText() + "/" + step.get("item").asText())
                    .sorted()
                    .toList();
        }

        public JsonNode read(String user, String below) {
            Response response = Api.as(user).get(address() + below);
            response.then().statusCode(200);
            return Notation.read(response.asString(), JsonNode.class);
        }
    }

    /** Changes a JSON body on its way out: {@code with(json, "/urgency/dangerNow", "YES")}; a null removes. */
    public static ObjectNode with(String json, Object... pathsAndValues) {
        ObjectNode body = Notation.read(json, ObjectNode.class);
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            set(body, (String) pathsAndValues[i], Notation.read(Notation.write(pathsAndValues[i + 1]), JsonNode.class));
        }
        return body;
    }

    private static void set(ObjectNode body, String path, JsonNode value) {
        int cut = path.lastIndexOf('/');
        JsonNode parent = body.at(path.substring(0, cut));
        String last = path.substring(cut + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }
}
