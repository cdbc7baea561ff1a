package org.teestriage.casework.triage.effect;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.teestriage.decision.Decision;

/** Dispatches to the effect of a decision's type. Two effects for one type fail at startup. */
@ApplicationScoped
public class DecisionEffects {

    private final Map<Class<?>, DecisionEffect<?>> byType;

    DecisionEffects(@All List<DecisionEffect<?>> effects) {
        this.byType = effects.stream().collect(Collectors.toUnmodifiableMap(DecisionEffect::type, Function.identity()));
    }

    /**
     * Called before anything changes.
     *
     * @throws org.teestriage.platform.transaction.RequestRefusedException where the decision cannot be carried out
     */
    public void check(Decision decision, StepContext context) {
        of(decision).ifPresent(effect -> check(effect, decision, context));
    }

    public void apply(Decision decision, StepContext context) {
        of(decision).ifPresent(effect -> apply(effect, decision, context));
    }

    private Optional<DecisionEffect<?>> of(Decision decision) {
        return Optional.ofNullable(byType.get(decision.getClass()));
    }

    private static <D extends Decision> void check(DecisionEffect<D> effect, Decision decision, StepContext context) {
        effect.check(effect.type().cast(decision), context);
    }

    private static <D extends Decision> void apply(DecisionEffect<D> effect, Decision decision, StepContext context) {
        effect.apply(effect.type().cast(decision), context);
    }
}
