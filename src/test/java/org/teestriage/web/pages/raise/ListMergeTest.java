package org.teestriage.web.pages.raise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.raise.ListMerge.Merged;

class ListMergeTest {

    private static final List<String> NAMES = List.of("images", "devices");

    /** The place of each device, from 0; an empty text is no device. */
    private static FormValues devices(String... places) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (int index = 0; index < places.length; index++) {
            answers.put("devices[%d].where".formatted(index), List.of(places[index]));
            answers.put("devices[%d].heldBy".formatted(index), List.of(""));
        }
        return new FormValues(answers);
    }

    /** One window saw three devices; the numbers 0 to {@code next - 1} have been used since. */
    private static Merged merged(FormValues kept, int next, String... sent) {
        return ListMerge.merge(
                ListMerge.shown(devices("desk", "drawer", "bag"), NAMES),
                kept,
                devices(sent),
                NAMES,
                list -> list.equals("devices") ? next : 0);
    }

    private static String device(Merged merged, int index) {
        return merged.answers().first("devices[%d].where".formatted(index));
    }

    @Test
    void onlyTheMembersThatTheUserChangedChange() {
        Merged merged = merged(devices("", "drawer", "rucksack"), 3, "desk", "locked drawer", "bag");
        assertThat(device(merged, 0)).as("removed in another window").isEmpty();
        assertThat(device(merged, 1)).isEqualTo("locked drawer");
        assertThat(device(merged, 2)).as("changed in another window").isEqualTo("rucksack");
        assertThat(merged.places()).contains("devices[1]").doesNotContain("devices[0]", "devices[2]");
    }

    @Test
    void aMemberThatAnotherWindowAddedStaysAndANewOneGetsTheNextNumber() {
        Merged merged = merged(devices("desk", "drawer", "bag", "shelf"), 4, "desk", "drawer", "bag", "car");
        assertThat(device(merged, 3)).isEqualTo("shelf");
        assertThat(device(merged, 4)).isEqualTo("car");
        assertThat(merged.places()).contains("devices[4]").doesNotContain("devices[3]");
    }

    @Test
    void theNumberOfARemovedMemberIsNotGivenToANewOne() {
        Merged merged = ListMerge.merge(
                ListMerge.shown(devices("desk"), NAMES),
                devices("desk"),
                devices("desk", "car"),
                NAMES,
                list -> list.equals("devices") ? 3 : 0);
        assertThat(device(merged, 1)).isEmpty();
        assertThat(device(merged, 3)).isEqualTo("car");
    }

    @Test
    void aFormThatIsSentTwiceAddsItsNewMemberOnce() {
        FormValues stored = devices("desk", "drawer", "bag", "shelf", "car");
        Merged merged = merged(stored, 5, "desk", "drawer", "bag", "car");
        assertThat(merged.answers()).isEqualTo(stored);
        assertThat(merged.places()).isEmpty();
    }

    @Test
    void aMemberThatTheUserEmptiedIsRemoved() {
        Merged merged = merged(devices("desk", "drawer", "bag"), 3, "desk", "", "bag");
        assertThat(device(merged, 1)).isEmpty();
        assertThat(device(merged, 2)).isEqualTo("bag");
        assertThat(merged.places()).contains("devices[1]");
    }

    @Test
    void aPageOfAnEarlierReleaseReplacesTheWholeList() {
        Merged merged = ListMerge.merge("", devices("desk", "drawer"), devices("bag"), NAMES, list -> 2);
        assertThat(merged.answers().answers()).isEqualTo(devices("bag").answers());
        assertThat(merged.places()).isEqualTo(NAMES);
    }
}
