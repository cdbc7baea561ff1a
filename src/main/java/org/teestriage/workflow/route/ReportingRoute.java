package org.teestriage.workflow.route;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.route.RouteAbout;
import org.teestriage.decision.route.RouteKind;
import org.teestriage.decision.route.RouteResult;

/** One entry about a reporting route. Entries are only added: what came of an act is a further entry. */
@Entity
@Immutable
@Table(name = "reporting_route")
public class ReportingRoute {

    /**
     * What was done, or why nothing was.
     *
     * @param number of the child, suspect, person or account; 0 for the whole concern
     * @param by who did it, such as the child for its own images; absent if the author did
     * @param reference which the other side gave
     * @param because why it is not needed
     */
    public record Act(
            RouteKind kind,
            RouteAbout about,
            int number,
            RouteResult result,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String reference,
            @Nullable String cameOfIt,
            @Nullable String because) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String reference;

    @Enumerated(EnumType.STRING)
    private RouteKind kind;

    @Enumerated(EnumType.STRING)
    private RouteAbout about;

    @Column(name = "about_number")
    private int number;

    @Enumerated(EnumType.STRING)
    private RouteResult result;

    private @Nullable Instant doneAt;
    private @Nullable String doneBy;
    private @Nullable String theirReference;
    private @Nullable String cameOfIt;
    private @Nullable String because;
    private Instant recordedAt;
    private String recordedBy;

    protected ReportingRoute() {}

    /** {@code by}: the name of the author. */
    public ReportingRoute(Reference reference, Act act, Instant at, String by) {
        this.reference = reference.value();
        this.kind = act.kind();
        this.about = act.about();
        this.number = act.number();
        this.result = act.result();
        this.doneAt = act.at();
        this.doneBy = act.by();
        this.theirReference = act.reference();
        this.cameOfIt = act.cameOfIt();
        this.because = act.because();
        this.recordedAt = at;
        this.recordedBy = by;
    }

    public Reference reference() {
        return new Reference(reference);
    }

    public Act act() {
        return new Act(kind, about, number, result, doneAt, doneBy, theirReference, cameOfIt, because);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
