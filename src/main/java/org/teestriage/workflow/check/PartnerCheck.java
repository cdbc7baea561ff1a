package org.teestriage.workflow.check;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.check.CheckAct;
import org.teestriage.decision.check.CheckFinding;
import org.teestriage.decision.check.CheckHow;
import org.teestriage.decision.check.CheckPartner;
import org.teestriage.decision.check.CheckSharing;

/** One entry about a check of a partner. Entries are only added: a second answer stands beside the first. */
@Entity
@Immutable
@Table(name = "partner_check")
public class PartnerCheck {

    /**
     * What was done, or why nothing was.
     *
     * @param child its number, from 1
     * @param at when the partner was asked or chased, or answered
     * @param who was asked, or answered
     * @param awaitedUntil until when a partner who was chased is waited for; absent for the time of the rules
     * @param told what the partner said
     * @param because why it was not asked, or is not awaited any more
     */
    public record Act(
            int child,
            CheckPartner partner,
            CheckAct act,
            @Nullable Instant at,
            @Nullable CheckHow how,
            @Nullable String who,
            @Nullable Instant awaitedUntil,
            @Nullable CheckFinding finding,
            @Nullable String told,
            @Nullable CheckSharing sharing,
            @Nullable String because) {}

    /** {@code child}: its number, from 1. */
    public record Question(int child, CheckPartner partner) {

        /** Such as "Police, child 1". */
        public String inWords() {
            return "%s, child %d".formatted(partner.title(), child);
        }
    }

    /**
     * What the service keeps of a question.
     *
     * @param id under which a system of the partner answers
     * @param hub which answers for the child
     * @param answerDue by the priority of the time of the question
     */
    public record Asked(UUID id, String hub, Instant answerDue) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String reference;
    private int child;

    @Enumerated(EnumType.STRING)
    private CheckPartner partner;

    @Enumerated(EnumType.STRING)
    private CheckAct act;

    private @Nullable Instant actAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckHow how;

    private @Nullable String who;
    private @Nullable Instant awaitedUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckFinding finding;

    private @Nullable String told;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckSharing sharing;

    private @Nullable String because;

    private Instant recordedAt;
    private String recordedBy;

    @Column(name = "question")
    private @Nullable String askedAs;

    private @Nullable String hub;
    private @Nullable Instant answerDue;

    protected PartnerCheck() {}

    /** A question to a partner. */
    public PartnerCheck(Reference reference, Act act, Asked asked, Instant at, String by) {
        this(reference, act, at, by);
        this.askedAs = asked.id().toString();
        this.hub = asked.hub();
        this.answerDue = asked.answerDue();
    }

    /** {@code by}: the name of the author. */
    public PartnerCheck(Reference reference, Act act, Instant at, String by) {
        this.reference = reference.value();
        this.child = act.child();
        this.partner = act.partner();
        this.act = act.act();
        this.actAt = act.at();
        this.how = act.how();
        this.who = act.who();
        this.awaitedUntil = act.awaitedUntil();
        this.finding = act.finding();
        this.told = act.told();
        this.sharing = act.sharing();
        this.because = act.because();
        this.recordedAt = at;
        this.recordedBy = by;
    }

    public Act act() {
        return new Act(child, partner, act, actAt, how, who, awaitedUntil, finding, told, sharing, because);
    }

    public Question question() {
        return new Question(child, partner);
    }

    public Reference reference() {
        return new Reference(reference);
    }

    /** Empty if this is no question. */
    public Optional<Asked> asked() {
        return askedAs == null || hub == null || answerDue == null
                ? Optional.empty()
                : Optional.of(new Asked(UUID.fromString(askedAs), hub, answerDue));
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    /** When the contact took place, or the entry was made where there was none. */
    public Instant since() {
        return actAt == null ? recordedAt : actAt;
    }
}
