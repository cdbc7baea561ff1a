package org.teestriage.platform.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.persistence.Json;

/** Makes a create safely repeatable: an error does not mean "not stored", so a retry under the same key gets the first answer. */
@ApplicationScoped
public class IdempotentRequests {

    private final EntityManager entities;
    private final Transactions transactions;
    private final InstantSource time;

    public IdempotentRequests(EntityManager entities, Transactions transactions, InstantSource time) {
        this.entities = entities;
        this.transactions = transactions;
        this.time = time;
    }

    /** What the sender asks for: under which key, and for exactly what. */
    public record Request(@Nullable String key, String what, Object body) {

        private String fingerprint() {
            try {
                byte[] bytes = (what + "\n" + Json.write(body)).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    public <T> T answer(String user, Request request, Class<T> type, Supplier<T> work) {
        String key = request.key();
        if (key == null) {
            return transactions.inNewTransaction(work);
        }
        return transactions.inNewTransaction(() -> {
            Optional<IdempotentResponse> earlier = find(user, key);
            if (earlier.isPresent()) {
                if (!earlier.get().fingerprint().equals(request.fingerprint())) {
                    throw RequestRefusedException.keyReused();
                }
                return Json.read(earlier.get().answer(), type);
            }
            // Reserved before the work, so that a twin request waits here and then finds the answer.
            IdempotentResponse reserved = new IdempotentResponse(user, key, request.fingerprint(), time.instant());
            entities.persist(reserved);
            entities.flush();
            String answer = Json.write(work.get());
            reserved.fill(answer);
            // Read back even the first time: so the retry's answer cannot differ from it in a single byte.
            return Json.read(answer, type);
        });
    }

    /** What was answered under a key before. */
    public <T> Optional<T> before(String user, String key, Class<T> type) {
        return transactions.inNewTransaction(() -> find(user, key).map(given -> Json.read(given.answer(), type)));
    }

    private Optional<IdempotentResponse> find(String user, String key) {
        return entities.createQuery(
                        "from IdempotentResponse where user = ?1 and requestKey = ?2", IdempotentResponse.class)
                .setParameter(1, user)
                .setParameter(2, key)
                .getResultStream()
                .findFirst();
    }
}
