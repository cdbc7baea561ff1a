package org.teestriage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.testing.server.MySqlResource;

/** The served document keeps the usual lint rules, and each rule finds the fault that it is for. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class OpenApiLintTest {

    private static @Nullable OpenApiDocument served;

    private static OpenApiDocument document() {
        if (served == null) {
            served = OpenApiDocument.fetched();
        }
        return served;
    }

    static List<LintRule> rules() {
        return LintRule.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServedDocumentKeepsTheRule(LintRule rule) {
        assertThat(rule.faults().apply(document())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFindsTheFaultInABrokenDocument(LintRule rule) {
        ObjectNode broken = document().root().deepCopy();
        rule.breaking().accept(broken);
        assertThat(rule.faults().apply(new OpenApiDocument(broken))).isNotEmpty();
    }

    @Test
    void noTwoRulesHaveTheSameName() {
        assertThat(rules()).extracting(LintRule::name).doesNotHaveDuplicates();
    }
}
