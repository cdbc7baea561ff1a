package org.teestriage.casework.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DraftChangesTest {

    @Test
    void onlyPlacesThatChangedAfterTheSeenVersionOvertakeAForm() {
        DraftChanges changes = DraftChanges.NONE.with(List.of("account")).with(List.of("children[0]", "children[1]"));
        assertThat(changes.version()).isEqualTo(2);
        assertThat(changes.overtake(1, List.of("account"))).isFalse();
        assertThat(changes.overtake(1, List.of("children[1]"))).isTrue();
        assertThat(changes.overtake(2, List.of("children[1]"))).isFalse();
        assertThat(changes.overtake(0, List.of("referrer"))).isFalse();
    }

    @Test
    void aListIsOvertakenByItsMembersAndAMemberByItsList() {
        DraftChanges changes = DraftChanges.NONE.with(List.of("account[1]")).with(List.of("devices"));
        assertThat(changes.overtake(0, List.of("account"))).isTrue();
        assertThat(changes.overtake(0, List.of("account[10]"))).isFalse();
        assertThat(changes.overtake(1, List.of("devices[0]"))).isTrue();
    }

    @Test
    void theNumberOfARemovedMemberIsNotGivenAgain() {
        DraftChanges changes = DraftChanges.NONE.with(List.of("children[2]"));
        assertThat(changes.next("children", List.of("children[0].name"))).isEqualTo(3);
        assertThat(changes.next("children", List.of("children[4].address.postcode")))
                .isEqualTo(5);
        assertThat(changes.next("suspects", List.of("children[4].name"))).isZero();
    }
}
