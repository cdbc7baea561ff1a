package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Stream;
import org.teestriage.concern.facts.Images;
import org.teestriage.platform.validation.SelfValidating;

/** Says what is known of images. What was said before of the times they were seen again stays. */
public record ImagesEdit(@NotNull @Valid Images images) implements FactsEdit, SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return SelfValidating.flawIf(
                images != null && !images.sightings().isEmpty(),
                "images.spread.seenAgain",
                "leave this out here, and add each time to the list “seenAgain”");
    }

    @Override
    public void applyTo(FactsEditor editor) {
        editor.correct("images", images);
    }
}
