package org.teestriage.platform.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.Sha256;
import org.teestriage.platform.persistence.Json;

@ApplicationScoped
public class IdempotentRequests {

    private final Transactions transactions;
    private final IdempotentResponses idempotentResponses;
    private final InstantSource time;
    private final IdempotencySettings settings;

    IdempotentRequests(
            Transactions transactions,
            IdempotentResponses idempotentResponses,
            InstantSource time,
            IdempotencySettings settings) {
        this.transactions = transactions;
        this.idempotentResponses = idempotentResponses;
        this.time = time;
        this.settings = settings;
    }

    /** A response, and the reference that is stored under the key. */
    public record Answer<T>(String reference, T value) {}

    /** A retry must have the same key, operation ({@code what}, with its target) and body. */
    public record Request(@Nullable String key, String what, Object body) {

        private String fingerprint() {
            return Sha256.of(what + "\n" + Json.write(body));
        }
    }

    /**
     * Runs the work once for each key, in one transaction. A request that failed may have been stored, so a retry under
     * the same key changes nothing. Only the reference is stored with the key, because facts are stored in one place.
     *
     * @param again builds the response to a retry from the stored reference
     */
    public <T> T answer(String user, Request request, Supplier<Answer<T>> work, Function<String, T> again) {
        String key = request.key();
        if (key == null) {
            return transactions.inNewTransaction(() -> work.get().value());
        }
        return transactions.inNewTransaction(() -> {
            idempotentResponses.deleteExpired(user, key, oldest());
            Optional<IdempotentResponse> earlier = idempotentResponses.under(user, key, oldest());
            if (earlier.isPresent()) {
                if (!earlier.get().fingerprint().equals(request.fingerprint())) {
                    throw RequestRefusedException.keyReused();
                }
                return again.apply(earlier.get().reference());
            }
            // Inserted before the work: a concurrent request with the same key waits here and then finds the response.
            IdempotentResponse reserved = new IdempotentResponse(user, key, request.fingerprint(), time.instant());
            idempotentResponses.persistAndFlush(reserved);
            Answer<T> answer = work.get();
            reserved.isAbout(answer.reference());
            return answer.value();
        });
    }

    public Optional<String> referenceUnder(String user, String key) {
        return transactions.inNewTransaction(
                () -> idempotentResponses.under(user, key, oldest()).map(IdempotentResponse::reference));
    }

    private Instant oldest() {
        return time.instant().minus(settings.keep());
    }
}
