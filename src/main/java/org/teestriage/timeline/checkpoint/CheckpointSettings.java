package org.teestriage.timeline.checkpoint;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "tees-triage.checkpoints")
public interface CheckpointSettings {

    /** Whether this node writes due checkpoints. This also needs a folder and a key. */
    boolean running();

    /** A folder outside the database and its backups, such as a mount that keeps written files. */
    Optional<Path> folder();

    /** The signing key: Ed25519, PKCS #8, as PEM or Base64. */
    Optional<String> privateKey();

    /** The trusted keys: the public key of the signing key, and earlier ones. */
    Optional<List<String>> publicKeys();

    Duration every();

    /** The age of the newest checkpoint that raises an alarm. */
    Duration overdueAfter();

    default SigningKeys keyring() {
        return SigningKeys.of(privateKey(), publicKeys().orElse(List.of()));
    }
}
