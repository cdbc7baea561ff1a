package org.teestriage.concern.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Consents;
import org.teestriage.concern.facts.Consents.Consent;

/**
 * Records or corrects one of the consents.
 *
 * @param child number, from 1, of the child to whom the consent applies; absent for the concern
 */
public record ConsentEdit(
        @NotNull ConsentKind which,
        @NotNull @Valid Consent consent,
        @Nullable @Min(1) Integer child) implements FactsEdit {

    public enum ConsentKind {
        PARENTS_INFORMED("parentsInformed"),
        TO_REFERRAL("toReferral"),
        TO_SHARING("toSharing"),
        TO_SERVICE("toService");

        private final String field;

        ConsentKind(String field) {
            this.field = field;
        }

        public @Nullable Consent of(Consents consents) {
            return switch (this) {
                case PARENTS_INFORMED -> consents.parentsInformed();
                case TO_REFERRAL -> consents.toReferral();
                case TO_SHARING -> consents.toSharing();
                case TO_SERVICE -> consents.toService();
            };
        }
    }

    @Override
    public void applyTo(FactsEditor editor) {
        String of = child == null ? "" : editor.existing("children", child) + ".";
        editor.replace(of + "consents." + which.field, consent);
    }
}
