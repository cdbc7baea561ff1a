package org.teestriage.casework.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is locked away opens for its owner, at its place, under a key that is still known, and in no other way. */
class DraftCipherTest {

    private static final DraftCipher BOX = box("today");

    private static DraftCipher box(String key, String... before) {
        return new DraftCipher(Optional.of(key), before.length == 0 ? Optional.empty() : Optional.of(before[0]));
    }

    @Test
    void opensForItsOwnerAtItsPlaceOnly() {
        String locked = BOX.lock("pat", "draft-1", "Robin’s words");
        assertThat(BOX.open("pat", "draft-1", locked)).contains("Robin’s words");
        assertThat(BOX.open("sam", "draft-1", locked)).isEmpty();
        assertThat(BOX.open("pat", "draft-2", locked)).isEmpty();
        assertThat(BOX.open("pat\ndraft", "-1", locked)).isEmpty();
    }

    @Test
    void aChangedLetterOpensForNobody() {
        String locked = BOX.lock("pat", "draft-1", "Robin’s words");
        char other = locked.charAt(30) == 'A' ? 'B' : 'A';
        assertThat(BOX.open("pat", "draft-1", locked.substring(0, 30) + other + locked.substring(31)))
                .isEmpty();
    }

    @Test
    void theSameTextIsNeverLockedTheSameWay() {
        assertThat(BOX.lock("pat", "draft-1", "x")).isNotEqualTo(BOX.lock("pat", "draft-1", "x"));
    }

    @Test
    void afterANewKeyTheOneBeforeStillOpensAndNoOther() {
        String old = BOX.lock("pat", "draft-1", "Robin’s words");
        assertThat(box("tomorrow", "today").open("pat", "draft-1", old)).contains("Robin’s words");
        assertThat(box("tomorrow").open("pat", "draft-1", old)).isEmpty();
        String next = box("tomorrow", "today").lock("pat", "draft-1", "More");
        assertThat(box("tomorrow").open("pat", "draft-1", next)).contains("More");
        assertThat(BOX.open("pat", "draft-1", next))
                .as("locked with the new one")
                .isEmpty();
    }

    @Test
    void withoutAKeyNothingIsLocked() {
        DraftCipher none = new DraftCipher(Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> none.lock("pat", "draft-1", "x")).hasMessageContaining("tees-triage.drafts.key");
    }
}
