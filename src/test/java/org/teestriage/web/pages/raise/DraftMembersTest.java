package org.teestriage.web.pages.raise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.wording.Choice;
import org.teestriage.web.pages.form.FormValues;

/** A draft names children by ids that stay the same; the facts count them. */
class DraftMembersTest {

    private static final FormValues SECOND_OF_THREE_REMOVED = new FormValues(Map.of(
            "children[0].name", List.of("Robin"),
            "children[2].name", List.of("Jamie"),
            "account[0].about", List.of("1", "3"),
            "people[0].about", List.of("2"),
            "account[0].text", List.of("3")));

    @Test
    void idsOfChildrenBecomeTheirPositions() {
        FormValues counted = DraftMembers.counted(SECOND_OF_THREE_REMOVED);
        assertThat(counted.all("account[0].about")).containsExactly("1", "2");
        assertThat(counted.first("account[0].text")).isEqualTo("3");
    }

    @Test
    void aRemovedChildBecomesOneWhoIsNotListed() {
        assertThat(DraftMembers.counted(SECOND_OF_THREE_REMOVED).all("people[0].about"))
                .containsExactly("3");
    }

    @Test
    void childrenAreChosenByTheirIds() {
        assertThat(DraftMembers.children(SECOND_OF_THREE_REMOVED))
                .containsExactly(new Choice("1", "Child 1, Robin"), new Choice("3", "Child 2, Jamie"));
    }
}
