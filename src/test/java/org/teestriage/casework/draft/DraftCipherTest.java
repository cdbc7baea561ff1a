package org.teestriage.casework.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftCipherTest {

    private static final DraftCipher CIPHER = cipher("today");

    private static DraftCipher cipher(String key, String... previousKey) {
        return new DraftCipher(
                Optional.of(key), previousKey.length == 0 ? Optional.empty() : Optional.of(previousKey[0]));
    }

    @Test
    void decryptsOnlyForItsOwnerAndDraft() {
        String encrypted = CIPHER.lock("pat", "draft-1", "Robin’s words");
        assertThat(CIPHER.open("pat", "draft-1", encrypted)).contains("Robin’s words");
        assertThat(CIPHER.open("sam", "draft-1", encrypted)).isEmpty();
        assertThat(CIPHER.open("pat", "draft-2", encrypted)).isEmpty();
        assertThat(CIPHER.open("pat\ndraft", "-1", encrypted)).isEmpty();
    }

    @Test
    void aModifiedCiphertextIsNotDecrypted() {
        String encrypted = CIPHER.lock("pat", "draft-1", "Robin’s words");
        char other = encrypted.charAt(30) == 'A' ? 'B' : 'A';
        assertThat(CIPHER.open("pat", "draft-1", encrypted.substring(0, 30) + other + encrypted.substring(31)))
                .isEmpty();
    }

    @Test
    void encryptingTheSameTextTwiceGivesDifferentCiphertexts() {
        assertThat(CIPHER.lock("pat", "draft-1", "x")).isNotEqualTo(CIPHER.lock("pat", "draft-1", "x"));
    }

    @Test
    void afterKeyRotationOnlyThePreviousKeyStillDecrypts() {
        String old = CIPHER.lock("pat", "draft-1", "Robin’s words");
        assertThat(cipher("tomorrow", "today").open("pat", "draft-1", old)).contains("Robin’s words");
        assertThat(cipher("tomorrow").open("pat", "draft-1", old)).isEmpty();
        String next = cipher("tomorrow", "today").lock("pat", "draft-1", "More");
        assertThat(cipher("tomorrow").open("pat", "draft-1", next)).contains("More");
        assertThat(CIPHER.open("pat", "draft-1", next))
                .as("encrypted with the new key")
                .isEmpty();
    }

    @Test
    void encryptionWithoutAKeyIsAnError() {
        DraftCipher none = new DraftCipher(Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> none.lock("pat", "draft-1", "x")).hasMessageContaining("tees-triage.drafts.key");
    }
}
