package org.teestriage.platform.transaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a request with an Idempotency-Key was answered. */
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

    void fill(String given) {
        answer = given;
    }

    String fingerprint() {
        return fingerprint;
    }

    String answer() {
        return answer;
    }
}
