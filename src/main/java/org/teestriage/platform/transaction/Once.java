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
import org.teestriage.platform.persistence.Notation;

/** Makes a create safely repeatable: an error does not mean "not stored", so a retry under the same key gets the first answer. */
@ApplicationScoped
public class Once {

    private final EntityManager entities;
    private final OneCommit oneCommit;
    private final InstantSource time;

    public Once(EntityManager entities, OneCommit oneCommit, InstantSource time) {
        this.entities = entities;
        this.oneCommit = oneCommit;
        this.time = time;
    }

    /** What the sender asks for: under which key, and for exactly what. */
    public record Request(@Nullable String key, String what, Object body) {

        private String fingerprint() {
            try {
                byte[] bytes = (what + "\n" + Notation.write(body)).getBytes(StandardCharsets.UTF_8);
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
            return oneCommit.of(work);
        }
        return oneCommit.of(() -> {
            Optional<GivenAnswer> earlier = find(user, key);
            if (earlier.isPresent()) {
                if (!earlier.get().fingerprint().equals(request.fingerprint())) {
                    throw Refused.keyReused();
                }
                return Notation.read(earlier.get().answer(), type);
            }
            // Reserved before the work, so that a twin request waits here and then finds the answer.
            GivenAnswer reserved = new GivenAnswer(user, key, request.fingerprint(), time.instant());
            entities.persist(reserved);
            entities.flush();
            String answer = Notation.write(work.get());
            reserved.fill(answer);
            // Read back even the first time: so the retry's answer cannot differ from it in a single byte.
            return Notation.read(answer, type);
        });
    }

    /** What was answered under a key before. */
    public <T> Optional<T> before(String user, String key, Class<T> type) {
        return oneCommit.of(() -> find(user, key).map(given -> Notation.read(given.answer(), type)));
    }

    private Optional<GivenAnswer> find(String user, String key) {
        return entities.createQuery("from GivenAnswer where user = ?1 and requestKey = ?2", GivenAnswer.class)
                .setParameter(1, user)
                .setParameter(2, key)
                .getResultStream()
                .findFirst();
    }
}
