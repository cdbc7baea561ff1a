package org.teestriage.casework.casefile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Suspect;

/**
 * What concerns the LADO in a concern, for staff of its hubs who may know of it.
 *
 * @param police what is open with the police and what was decided
 * @param mayAct false for a reader who only looks, with emergency access
 */
public record LadoCase(Reference reference, List<Person> people, Work police, boolean mayAct) {

    /**
     * A person about whom the LADO was told or is to be told, or who works with children, or may.
     *
     * @param number from 1
     * @param told what is known of the person, with the allegation
     * @param children whom the allegation is about
     * @param letters referrals to the LADO
     */
    @Schema(name = "LadoPerson")
    public record Person(
            int number, Suspect told, List<Concerned> children, Work work, List<ConcernStatus.LetterLine> letters) {}

    @Schema(name = "LadoChild")
    public record Concerned(int child, @Nullable String name) {}

    @Schema(name = "LadoWork")
    public record Work(List<ConcernStatus.OpenStep> open, List<PathView.Done> decided) {}
}
