package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;

/**
 * One field of the facts before and after an amendment.
 *
 * @param field path of the field, such as {@code children[0].school}; an entry of a set is {@code kinds[GROOMING]}
 * @param before null if the field had no value
 * @param after null if the field has no value any more
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {

    /**
     * Whether something that was said before is replaced or withdrawn, which needs a reason. Danger needs none, and consent
     * changes with time.
     */
    public boolean corrects() {
        boolean danger = "YES".equals(after) && (field.startsWith("urgency.") || field.equals("contactContinuing"));
        return field.endsWith(".withdrawn") || (before != null && !danger && !field.startsWith("consents."));
    }
}
