package org.teestriage.platform.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.persistence.Json;

@Entity
@Table(name = "given_answer")
class IdempotentResponse {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "user_name", updatable = false)
    private String user;

    @Column(updatable = false)
    private String requestKey;

    @Column(updatable = false)
    private String fingerprint;

    /** A JSON object with a reference. Nodes of the previous release store a whole response here and read it back. */
    private String answer;

    @Column(name = "at_micros", updatable = false)
    private Instant at;

    protected IdempotentResponse() {}

    IdempotentResponse(String user, String requestKey, String fingerprint, Instant at) {
        this.user = user;
        this.requestKey = requestKey;
        this.fingerprint = fingerprint;
        this.answer = "";
        this.at = at;
    }

    void isAbout(String reference) {
        answer = Json.write(Map.of("reference", reference));
    }

    String fingerprint() {
        return fingerprint;
    }

    String reference() {
        return Json.read(answer, JsonNode.class).get("reference").asText();
    }
}
