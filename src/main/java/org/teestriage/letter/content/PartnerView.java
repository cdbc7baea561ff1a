package org.teestriage.letter.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Later;
import org.teestriage.concern.Note;
import org.teestriage.concern.facts.Facts;

/**
 * A concern as partners may see it: no field and no text identifies a confidential referrer.
 *
 * @param later later additions, newest first, so that information about present danger comes first
 * @param elsewhere the areas of each child who is in another one than where it lives
 */
public record PartnerView(
        Concern concern, Facts facts, List<Later> later, Redaction redaction, Map<Integer, Areas> elsewhere) {

    /**
     * The areas of a child, both of which are told.
     *
     * @param door the contact of the authority where the child is
     */
    public record Areas(String home, String now, @Nullable String door, String police) {}

    public PartnerView {
        elsewhere = Map.copyOf(elsewhere);
    }

    public static PartnerView of(Concern concern, List<Note> added, Redaction redaction) {
        Facts facts = redaction.apply(concern.facts());
        List<Later> later = new ArrayList<>(added.stream()
                .map(note ->
                        new Later(note.kind(), note.at(), redaction.author(note), redaction.apply(note.addition())))
                .toList());
        Collections.reverse(later);
        return new PartnerView(
                concern, redaction.referrer() ? facts.withReferrerKeptBack() : facts, later, redaction, Map.of());
    }

    public PartnerView withChildrenElsewhere(Map<Integer, Areas> told) {
        return new PartnerView(concern, facts, later, redaction, told);
    }

    /** What of it concerns one child, by its number from 1. */
    PartnerView about(int child) {
        ConcerningChild concerning = new ConcerningChild(facts, child);
        return new PartnerView(
                concern,
                concerning.facts(),
                later.stream()
                        .flatMap(
                                each -> concerning
                                        .addition(each.told())
                                        .map(told -> new Later(each.kind(), each.at(), each.by(), told))
                                        .stream())
                        .toList(),
                redaction,
                elsewhere);
    }

    /** The decision of the hub, whose reason may name the referrer. */
    Assessed shown(Assessed assessed) {
        return assessed.shown(redaction::text);
    }
}
