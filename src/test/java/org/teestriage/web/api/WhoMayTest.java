package org.teestriage.web.api;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Bodies.GROOMING;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.web.api.OpenApiDocument.Operation;

/**
 * Calls every documented operation as every kind of user. A new operation fails here until its permissions are in the
 * table.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class WhoMayTest {

    private static final String ANONYMOUS = "anonymous";

    /** Works at the same hub for another authority. */
    private static final String OTHER_AUTHORITY = "officer.billingham";

    /** Works at the same hub; excluded from the concern by a restriction. */
    private static final String RESTRICTED = "officer.stockton";

    /** The concern is about a child in Hartlepool (hub: CHUB) and was raised by "referrer", of the same agency as two others. */
    private static final List<String> USERS = List.of(
            ANONYMOUS,
            "referrer",
            "referrer.lead",
            "referrer.colleague",
            "referrer2",
            "officer.hartlepool",
            OTHER_AUTHORITY,
            "officer.middlesbrough",
            "officer.redcar",
            "manager.hartlepool",
            "auditor",
            "operator",
            "duty.team",
            RESTRICTED);

    private static final Set<String> READERS =
            Set.of("referrer", "referrer.lead", "officer.hartlepool", "manager.hartlepool", "auditor");

    /** The expected result: IN is 2xx, or 409 where the step is not open; OUT is 401, NO is 403, NIL is 404. */
    private enum Gets {
        IN,
        OUT,
        NO,
        NIL;

        boolean is(int status) {
            return switch (this) {
                case IN -> status / 100 == 2 || status == 409;
                case OUT -> status == 401;
                case NO -> status == 403;
                case NIL -> status == 404;
            };
        }
    }

    // One result for each user, in the order of USERS.
    private static final String RAISING = "OUT IN IN IN IN IN IN IN IN IN NO NO IN IN";
    private static final String LISTING = "OUT IN IN IN IN IN IN IN IN IN IN NO IN IN";
    private static final String STATUS = "OUT IN IN NIL NIL IN NIL NIL NIL IN IN NO NIL NIL";
    private static final String AMENDING = "OUT IN IN NIL NIL IN NIL NIL NIL IN NO NO NIL NIL";
    private static final String FACTS = "OUT IN IN NIL NIL IN NIL NIL NIL IN NO NO NIL NIL";
    private static final String ASKING = "OUT IN IN NIL NIL NO NO NO NO NO NO NO NO NO";
    private static final String TIMELINE = "OUT NO NO NO NO IN NIL NIL NIL IN IN NO NIL NIL";
    private static final String TRIAGE = "OUT NO NO NO NO IN NIL NIL NIL IN NO NO NIL NIL";
    private static final String DIRECTING = "OUT NO NO NO NO IN NIL NIL NIL IN NO NO NO NIL";
    private static final String HANDING_BACK = "OUT NO NO NO NO NO NO NO NO NO NO NO NIL NO";
    private static final String QUEUE = "OUT NO NO NO NO IN IN IN IN IN NO NO IN IN";
    private static final String MANAGING = "OUT NO NO NO NO NO NO NO NO IN NO NO NO NO";
    private static final String OVERSEEING = "OUT NO NO NO NO NO NO NO NO IN IN NO NO NO";
    private static final String OPERATING = "OUT NO NO NO NO NO NO NO NO NO NO IN NO NO";
    private static final String BREAKING = "OUT NO NO NO NO IN IN IN IN IN NO NO NO NIL";

    /** Partner systems authenticate by signature, not by sign-in. */
    private static final String SIGNING = "OUT OUT OUT OUT OUT OUT OUT OUT OUT OUT OUT OUT OUT OUT";

    private static final Map<String, String> TABLE = Map.ofEntries(
            entry("POST /api/concerns", RAISING),
            entry("GET /api/concerns", LISTING),
            entry("GET /api/concerns/{reference}", STATUS),
            entry("POST /api/concerns/{reference}/danger", AMENDING),
            entry("GET /api/concerns/{reference}/sent", AMENDING),
            entry("POST /api/concerns/{reference}/information", AMENDING),
            entry("POST /api/concerns/{reference}/calls", AMENDING),
            entry("POST /api/concerns/{reference}/amendments", AMENDING),
            entry("GET /api/concerns/{reference}/facts", FACTS),
            entry("GET /api/concerns/{reference}/facts/history", FACTS),
            entry("POST /api/concerns/{reference}/ask", ASKING),
            entry("POST /api/concerns/{reference}/written-concern", AMENDING),
            entry("GET /api/concerns/{reference}/path", TIMELINE),
            entry("GET /api/concerns/{reference}/timeline", TIMELINE),
            entry("GET /api/concerns/{reference}/known", TRIAGE),
            entry("GET /api/concerns/{reference}/suggestions", TRIAGE),
            entry("GET /api/concerns/{reference}/verification", TIMELINE),
            entry("GET /api/concerns/{reference}/readings", OVERSEEING),
            entry("GET /api/concerns/{reference}/export", OVERSEEING),
            entry("GET /api/concerns/{reference}/letters/{purpose}/{revision}", TRIAGE),
            entry("GET /api/concerns/{reference}/letters/{number}", TRIAGE),
            entry("GET /api/concerns/{reference}/letters/{number}/enclosures/{name}", TRIAGE),
            entry("POST /api/concerns/{reference}/letter-chase/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/lado-letter-chase/{item}", TRIAGE),
            entry("GET /api/dispatches", OPERATING),
            entry("POST /api/dispatches/{id}/release", OPERATING),
            entry("POST /api/dispatches/{id}/receipt", SIGNING),
            entry("POST /api/check-questions/{question}/answer", SIGNING),
            entry("POST /api/dispatches/partners/{partner}/channel", OPERATING),
            entry("GET /api/concerns/{reference}/restrictions", OVERSEEING),
            entry("GET /api/concerns/{reference}/restrictions/staff", MANAGING),
            entry("POST /api/concerns/{reference}/restrictions", MANAGING),
            entry("POST /api/concerns/{reference}/restrictions/{number}/lift", MANAGING),
            entry("POST /api/concerns/{reference}/break-glass", BREAKING),
            entry("POST /api/concerns/{reference}/break-glass-review/{item}", TRIAGE),
            entry("GET /api/broken-glass", OVERSEEING),
            entry("GET /api/concerns/{reference}/obligations", TIMELINE),
            entry("POST /api/concerns/{reference}/obligations", DIRECTING),
            entry("POST /api/concerns/{reference}/obligations/second-decisions", DIRECTING),
            entry("GET /api/concerns/{reference}/discussions", "OUT NIL NIL NIL NIL IN NIL NIL NIL IN NIL NIL NIL NIL"),
            entry("GET /api/concerns/{reference}/lado", "OUT NIL NIL NIL NIL IN NIL NIL NIL IN NIL NIL NIL NIL"),
            entry("GET /api/concerns/{reference}/routes", TIMELINE),
            entry("POST /api/concerns/{reference}/covert", TRIAGE),
            entry("GET /api/concerns/{reference}/questions", STATUS),
            entry("POST /api/concerns/{reference}/questions", DIRECTING),
            entry("POST /api/concerns/{reference}/questions/{number}/answer", AMENDING),
            entry("POST /api/concerns/{reference}/questions/{number}/withdraw", DIRECTING),
            entry("POST /api/concerns/{reference}/questions/{number}/chase", DIRECTING),
            entry("POST /api/concerns/{reference}/routes", DIRECTING),
            entry("GET /api/concerns/{reference}/checks", TIMELINE),
            entry("POST /api/concerns/{reference}/checks", DIRECTING),
            entry("POST /api/concerns/{reference}/partner-check-overdue/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/hand-back", HANDING_BACK),
            entry("POST /api/concerns/{reference}/move", DIRECTING),
            entry("POST /api/concerns/{reference}/duplicate", MANAGING),
            entry("POST /api/concerns/{reference}/acknowledgement", TRIAGE),
            entry("GET /api/wordings", QUEUE),
            entry("POST /api/concerns/{reference}/immediate-risk-check/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/emergency-call", TRIAGE),
            entry("POST /api/concerns/{reference}/hand-over", TRIAGE),
            entry("POST /api/concerns/{reference}/authority-decision/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/hub-acceptance/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/information-review/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/threshold-decision/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/second-reading/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/social-care-referral/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/strategy-discussion/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/end-of-enquiries/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/discussion-record/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/discussion-actions/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/police-report", TRIAGE),
            entry("POST /api/concerns/{reference}/police-report/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/ceop-decision", TRIAGE),
            entry("POST /api/concerns/{reference}/platform-decision/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/lado-referral/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/lado-evaluation/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/referrer-feedback/{item}", TRIAGE),
            entry("POST /api/concerns/{reference}/close", TRIAGE),
            entry("GET /api/security-events", OPERATING),
            entry("GET /api/queue", QUEUE),
            entry("POST /api/queue/next", QUEUE),
            entry("POST /api/concerns/{reference}/steps/{step}/claim", TRIAGE),
            entry("POST /api/concerns/{reference}/steps/{step}/{item}/claim", TRIAGE),
            entry("POST /api/concerns/{reference}/steps/{step}/release", TRIAGE),
            entry("POST /api/concerns/{reference}/steps/{step}/{item}/release", TRIAGE),
            entry("POST /api/concerns/{reference}/steps/{step}/assign", MANAGING),
            entry("POST /api/concerns/{reference}/steps/{step}/{item}/assign", MANAGING));

    private static final String CANARY = "Xy9canary of one concern";
    private static final String ABSENT = "M4RT-8WZD-S";

    @Inject
    MovableTime time;

    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @Test
    void everyOperationAllowsExactlyTheUsersInTheTable() {
        OpenApiDocument document = OpenApiDocument.fetched();
        assertThat(document.operations().stream().map(WhoMayTest::name))
                .containsExactlyInAnyOrderElementsOf(TABLE.keySet());
        Api.ConcernClient untouched = raised();
        int calls = 0;
        for (Operation operation : document.operations()) {
            String[] row = Objects.requireNonNull(TABLE.get(name(operation))).split(" ", -1);
            for (int i = 0; i < USERS.size(); i++) {
                String who = USERS.get(i) + " " + name(operation);
                Gets gets = Gets.valueOf(row[i]);
                // One user's changes must not affect the response to the next user.
                Api.ConcernClient concern = gets == Gets.IN ? raised() : untouched;
                Response answer = call(operation, USERS.get(i), concern.reference());
                calls++;
                expect(gets.is(answer.statusCode()), who + " was answered " + answer.statusCode());
                if (gets == Gets.IN) {
                    boolean sees =
                            READERS.contains(USERS.get(i)) || name(operation).endsWith("/break-glass");
                    boolean shows = answer.asString().contains(CANARY)
                            || answer.asString().contains(concern.reference());
                    expect(sees || !shows, who + " sees a foreign concern");
                } else {
                    expect(!answer.asString().contains(CANARY), who + " sees what the concern says");
                    expect(!answer.asString().contains(concern.reference()), who + " sees the reference");
                    expect(answer.contentType().startsWith("application/problem+json"), who + " gets no problem");
                }
                if (gets == Gets.NIL) {
                    Response absent = call(operation, USERS.get(i), ABSENT);
                    expect(
                            absent.statusCode() == answer.statusCode()
                                    && Arrays.equals(absent.asByteArray(), answer.asByteArray())
                                    && headers(absent).equals(headers(answer)),
                            who + " can tell a foreign concern from an absent one");
                }
            }
        }
        System.out.println("WHO MAY " + document.operations().size() + " operations, " + calls + " calls");
        assertThat(faults).isEmpty();
    }

    private static Api.ConcernClient raised() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING.replace("He asked me", CANARY));
        concern.tell(
                "manager.hartlepool",
                "restrictions",
                "{\"kind\": \"EXCLUDE\", \"users\": [\"" + RESTRICTED
                        + "\"], \"reason\": \"A cousin of the suspect.\"}");
        return concern;
    }

    @Test
    void aReferrerSeesTheStatusButNoFactsAndNoDecisions() {
        Api.ConcernClient concern = Api.as("referrer").raise(GROOMING);
        concern.decide(
                "officer.hartlepool",
                "immediate-risk-check/1",
                "{\"finding\": \"NO_IMMEDIATE_DANGER\", \"rationale\": \"" + CANARY + "\"}");

        String seen = concern.seenBy("referrer").toString();

        assertThat(seen).doesNotContain(CANARY, "Robin Sample", "alex_plays_99", "BlockQuest");
        assertThat(concern.pathSeenBy("officer.hartlepool").toString()).contains(CANARY);
    }

    @Test
    void aConcernCannotBeADuplicateOfOneThatTheManagerMayNotRead() {
        Api.ConcernClient mine = Api.as("referrer").raise(GROOMING);
        Api.ConcernClient foreign = Api.as("referrer").raise(GROOMING.replace("TS24 7ZZ", "TS10 9ZZ"));

        Response toForeign = withdraw(mine, foreign.reference());
        Response toAbsent = withdraw(mine, ABSENT);

        assertThat(toForeign.statusCode()).isEqualTo(404);
        assertThat(toForeign.asByteArray()).isEqualTo(toAbsent.asByteArray());
    }

    private static Response withdraw(Api.ConcernClient concern, String other) {
        return Api.as("manager.hartlepool")
                .post(
                        concern.address() + "/duplicate",
                        "{\"duplicateOf\": \"" + other + "\", \"rationale\": \"The same message.\"}");
    }

    private static Response call(Operation operation, String who, String reference) {
        RequestSpecification request = given();
        if (!who.equals(ANONYMOUS)) {
            request.auth().preemptive().basic(who, "demo");
        }
        if (operation.takesABody()) {
            String example = operation.requests().elements().next().get("value").toString();
            request.contentType("application/json").body(example.replace("T3ES-7A9K-K", reference));
        }
        return request.request(operation.method(), operation.address(reference));
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream().map(Object::toString).sorted().toList();
    }

    private static String name(Operation operation) {
        return operation.method() + " " + operation.path();
    }

    private void expect(boolean fine, String otherwise) {
        if (!fine) {
            faults.add(otherwise);
        }
    }
}
