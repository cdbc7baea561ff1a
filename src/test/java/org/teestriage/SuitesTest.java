package org.teestriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

class SuitesTest {

    /** Benchmarks and inspections of the image are run by profiles of their own. */
    private static final String RUN_BY_NAME = WebSuite.TEST_CLASSES + "|.*IT|.*Bench|.*Inspection";

    @Test
    void everyClassWithTestsHasANameThatTheBuildRuns() {
        List<JavaClass> withTests = new ClassFileImporter()
                .importPath("target/test-classes/org/teestriage").stream()
                        .filter(each -> each.getMethods().stream().anyMatch(m -> m.isMetaAnnotatedWith(Testable.class)))
                        .toList();
        assertThat(withTests).hasSizeGreaterThan(200).allSatisfy(each -> {
            JavaClass outer = each;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            assertThat(outer.getName()).matches(RUN_BY_NAME);
        });
    }
}
