package org.teestriage.timeline.checkpoint;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where checkpoints go, how often, and the keys they are signed with and believed by. */
@ConfigMapping(prefix = "tees-triage.checkpoints")
public interface CheckpointSettings {

    /** Whether this node makes checkpoints when they are due; they also need a folder and a key. */
    boolean running();

    /** A folder outside the database and its backups, such as a mounted one that keeps what is written. */
    Optional<Path> folder();

    /** The key that signs: Ed25519, PKCS #8, as PEM or Base64. */
    Optional<String> privateKey();

    /** The keys that are believed: that of the private one, and earlier ones. */
    Optional<List<String>> publicKeys();

    Duration every();

    /** After how long without a new one somebody has to look. */
    Duration overdueAfter();

    default SigningKeys keyring() {
        return SigningKeys.of(privateKey(), publicKeys().orElse(List.of()));
    }
}
