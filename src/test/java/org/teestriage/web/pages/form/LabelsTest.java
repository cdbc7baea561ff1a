package org.teestriage.web.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Priority;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Facts;

class LabelsTest {

    /** The labelled types of all pages, from their producer methods without a container. */
    private static List<LabelledTypes> labelledTypes() throws ReflectiveOperationException {
        List<LabelledTypes> all = new ArrayList<>();
        for (JavaMethod method : new ClassFileImporter()
                .importPath("target/classes/org/teestriage/web/pages").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getRawReturnType().isEquivalentTo(LabelledTypes.class)
                                && !method.getOwner().isEquivalentTo(LabelledTypes.class))
                        .toList()) {
            Method producer = method.reflect();
            producer.setAccessible(true);
            all.add((LabelledTypes) producer.invoke(null));
        }
        return all;
    }

    @Test
    void everyLabelledTypeHasItsLabelsAndNoLabelIsUnused() throws ReflectiveOperationException {
        assertThat(labelledTypes()).hasSizeGreaterThan(8);
        assertThat(new FormDefinitions(labelledTypes(), Labels.WORDS)
                        .of(Facts.class)
                        .fields())
                .isNotEmpty();
    }

    @Test
    void codesHaveTheirLabel() {
        assertThat(Labels.of(Answer.NOT_KNOWN)).isEqualTo("I do not know");
        assertThat(Labels.of(Priority.RED)).isEqualTo("Red");
    }

    @Test
    void codeNamesAreTurnedIntoSentences() {
        assertThat(Labels.sentence("GLASS_BROKEN")).isEqualTo("Glass broken");
        assertThat(Labels.sentence("dateOfBirth")).isEqualTo("Date of birth");
        assertThat(Labels.sentence("Children 1, knownWorkers")).isEqualTo("Children 1, known workers");
        assertThat(Labels.sentence("")).isEmpty();
    }
}
