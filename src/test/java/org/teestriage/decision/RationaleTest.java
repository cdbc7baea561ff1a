package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.validation.Reason;

/** Every reason of every decision is held to the same rule: a later reader can follow it. */
class RationaleTest {

    /** A finding of danger is never refused for its words, so these are held to the rule only where there is none. */
    private static final Set<String> WHERE_THERE_IS_NO_DANGER =
            Set.of("ImmediateRiskCheck.rationale", "InformationReview.rationale");

    /** Asked beside an emergency call, which nothing may stand in the way of. */
    private static final Set<String> BESIDE_AN_EMERGENCY_CALL = Set.of("EmergencyCall.whyNoNumber");

    @Test
    void everyReasonOfADecisionIsHeldToTheRule() {
        Set<String> free = new TreeSet<>();
        Set<String> held = new TreeSet<>();
        Stream.of(Decision.class.getPermittedSubclasses()).forEach(decision -> collect(decision, free, held));
        free.removeAll(WHERE_THERE_IS_NO_DANGER);
        free.removeAll(BESIDE_AN_EMERGENCY_CALL);
        assertThat(free).isEmpty();
        assertThat(held)
                .contains(
                        "Close.summary", "ForChild.rationale", "Report.rationale", "StrategyDiscussion.whyIncomplete");
    }

    private static void collect(Class<?> type, Set<String> free, Set<String> held) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> inner = element(component.getGenericType());
            if (inner.isRecord() && inner.getPackage().equals(Decision.class.getPackage())) {
                collect(inner, free, held);
            } else if (component.getName().matches("rationale|reason|summary|why[A-Z].*")) {
                boolean checked = component.isAnnotationPresent(Reason.class)
                        || component.getAccessor().isAnnotationPresent(Reason.class)
                        || component.getAnnotatedType().isAnnotationPresent(Reason.class);
                (checked ? held : free).add(type.getSimpleName() + "." + component.getName());
            }
        }
    }

    private static Class<?> element(Type type) {
        Type inner = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return inner instanceof Class<?> found ? found : Object.class;
    }
}
