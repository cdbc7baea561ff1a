package org.teestriage.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.validation.Valid;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NestedValidationTest {

    /** Written after the dot of a nested type, the annotation is one of the type alone, and nothing inside is validated. */
    private record Wrong(NestedValidationTest.@Valid Right right) {}

    private record Right(@Valid NestedValidationTest.Wrong wrong, List<@Valid Wrong> all) {}

    @Test
    void everyComponentMarkedAsValidIsValidated() {
        assertThat(new ClassFileImporter()
                        .importPath("target/classes").stream()
                                .filter(JavaClass::isRecord)
                                .map(JavaClass::reflect))
                .hasSizeGreaterThan(100)
                .flatMap(each -> notValidated(each).toList())
                .isEmpty();
        assertThat(notValidated(Wrong.class)).hasSize(1);
        assertThat(notValidated(Right.class)).isEmpty();
    }

    private static Stream<String> notValidated(Class<?> owner) {
        return Arrays.stream(owner.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Valid.class)
                        && !component.getAccessor().isAnnotationPresent(Valid.class))
                .map(RecordComponent::toString);
    }
}
