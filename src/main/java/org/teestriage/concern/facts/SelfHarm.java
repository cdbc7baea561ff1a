package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SingleLine;

/** What is known where a child talks of self-harm or suicide, or may. Nothing of it holds a concern up. */
public record SelfHarm(
        @Nullable Answer plan,
        @Nullable Answer means,
        @Nullable Answer intent,
        @Nullable @SingleLine String withChildNow) {

    /** Of each answer the one that protects most. */
    static @Nullable SelfHarm mostProtective(@Nullable SelfHarm one, @Nullable SelfHarm other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new SelfHarm(
                mostProtective(one.plan, other.plan),
                mostProtective(one.means, other.means),
                mostProtective(one.intent, other.intent),
                one.withChildNow == null ? other.withChildNow : one.withChildNow);
    }

    private static @Nullable Answer mostProtective(@Nullable Answer one, @Nullable Answer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.mostProtective(other);
    }

    /** A plan or an intent is talk of self-harm, whatever was answered to that. */
    static Answer said(Answer selfHarmOrSuicide, @Nullable SelfHarm selfHarm) {
        return selfHarm != null && (selfHarm.plan == Answer.YES || selfHarm.intent == Answer.YES)
                ? Answer.YES
                : selfHarmOrSuicide;
    }
}
