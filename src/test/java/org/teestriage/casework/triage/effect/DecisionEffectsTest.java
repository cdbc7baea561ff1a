package org.teestriage.casework.triage.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.Decision;
import org.teestriage.decision.DiscussionActions;
import org.teestriage.decision.DiscussionRecord;
import org.teestriage.decision.EmergencyCall;
import org.teestriage.decision.ImmediateRiskCheck;
import org.teestriage.decision.LadoEvaluation;

class DecisionEffectsTest {

    /** Decisions that only move the path. A new decision needs an effect or an entry here. */
    private static final Set<Class<?>> WITHOUT_EFFECT = Set.of(
            ImmediateRiskCheck.class,
            EmergencyCall.class,
            LadoEvaluation.class,
            DiscussionRecord.class,
            DiscussionActions.class);

    @Test
    void everyDecisionHasAnEffectOrIsListedAsWithoutEffect() {
        Set<String> effects = new ClassFileImporter()
                .importPath("target/classes/org/teestriage/casework/triage/effect").stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        List<Class<?>> withoutEffect = Stream.of(Decision.class.getPermittedSubclasses())
                .filter(decision -> !effects.contains(decision.getSimpleName() + "Effect"))
                .collect(Collectors.toList());
        assertThat(withoutEffect).containsExactlyInAnyOrderElementsOf(WITHOUT_EFFECT);
    }
}
