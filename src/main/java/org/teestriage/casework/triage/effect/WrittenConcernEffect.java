package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.path.Supplements;
import org.teestriage.concern.amendment.WrittenFacts;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.WrittenConcern;

/** Completes the facts told during the call by those of the written concern, as an amendment. */
@Singleton
class WrittenConcernEffect implements DecisionEffect<WrittenConcern> {

    private final FactsUpdate factsUpdate;
    private final Supplements supplements;

    WrittenConcernEffect(FactsUpdate factsUpdate, Supplements supplements) {
        this.factsUpdate = factsUpdate;
        this.supplements = supplements;
    }

    @Override
    public Class<WrittenConcern> type() {
        return WrittenConcern.class;
    }

    @Override
    public void apply(WrittenConcern decision, StepContext context) {
        ConcernUpdate update = context.update();
        Facts written = decision.facts();
        factsUpdate.applyIfChanged(
                update,
                new FactsUpdate.Source(
                        written.referrer().name(),
                        null,
                        "The written concern follows the telephone call.",
                        decision.step()),
                WrittenFacts.completing(context.concern().facts(), written));
        context.concern().writtenDown(update.now());
        supplements.record(update);
    }
}
