package org.teestriage.web.pages.raise;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Null;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.facts.Facts;

class SectionTest {

    @Test
    void everyFactBelongsToExactlyOneSection() {
        assertThat(Stream.of(Section.values()).flatMap(section -> section.names().stream()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Facts.class.getRecordComponents())
                        .filter(component -> !component.getAccessor().isAnnotationPresent(Null.class))
                        .map(RecordComponent::getName)
                        .toList());
    }
}
