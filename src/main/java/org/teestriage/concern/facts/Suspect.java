package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/**
 * Claimed and real identity of a suspect are separate fields, because adults pose as children.
 *
 * @param withdrawn whether an amendment withdrew the person; never part of a request
 */
public record Suspect(
        @Nullable @SingleLine String claimedName,
        @Nullable @SingleLine String claimedAge,
        @Nullable @SingleLine String realName,
        @Nullable AgeGroup ageGroup,
        @Nullable @SingleLine String relationToChild,
        @Nullable Answer worksWithChildren,

        @AskedWhen(field = "worksWithChildren", is = "YES") @Nullable @Valid
        Workplace workplace,

        @Nullable Answer accessToOtherChildren,

        @AskedWhen(field = "accessToOtherChildren", is = "YES") @Nullable @MultiLine
        String otherChildren,

        @Size(max = Suspect.MOST_ACCOUNTS) List<@Valid @NotNull OnlineIdentity> identities,

        @AskedWhen(field = "ageGroup", is = "UNDER_18") @Nullable @Valid
        Peer peer,

        @AskedWhen(field = "worksWithChildren", is = "YES") @Nullable @Valid
        Allegation allegation,

        @Nullable @Valid RiskHistory history,
        @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
        implements Withdrawable {

    public static final int MOST_ACCOUNTS = 30;

    /** An unknown age never counts as under 18. */
    public enum AgeGroup {
        ADULT,
        UNDER_18,
        NOT_KNOWN
    }

    /** Where the suspect works with children. The LADO of this place's authority is notified, not of the child's. */
    public record Workplace(
            @Nullable @SingleLine String name,
            @Nullable @SingleLine String role,
            @Nullable @Valid Address address) {}

    public Suspect {
        identities = Blanks.list(identities);
    }

    Suspect withIdentities(List<OnlineIdentity> accounts) {
        return with(accounts, peer, allegation);
    }

    Suspect withPeer(Peer said) {
        return with(identities, said, allegation);
    }

    /** As a reader may know the person who is told about one child. */
    public Suspect concerning(int child) {
        return allegation == null ? this : with(identities, peer, allegation.concerning(child));
    }

    private Suspect with(List<OnlineIdentity> accounts, @Nullable Peer said, @Nullable Allegation of) {
        return new Suspect(
                claimedName,
                claimedAge,
                realName,
                ageGroup,
                relationToChild,
                worksWithChildren,
                workplace,
                accessToOtherChildren,
                otherChildren,
                accounts,
                said,
                of,
                history,
                withdrawn);
    }

    /** The number of the child who this person is; null if the person is none, or was found to be an adult. */
    public @Nullable Integer child() {
        return peer == null || ageGroup == AgeGroup.ADULT ? null : peer.child();
    }

    boolean addedAChild() {
        return peer != null && Boolean.TRUE.equals(peer.added());
    }

    public Answer adult() {
        if (ageGroup == null || ageGroup == AgeGroup.NOT_KNOWN) {
            return Answer.NOT_KNOWN;
        }
        return Answer.of(ageGroup == AgeGroup.ADULT);
    }

    /** Not so only for a person under 18 whom the children know away from the internet. */
    Answer stranger() {
        if (ageGroup != AgeGroup.UNDER_18) {
            return adult();
        }
        Answer known = Answer.known(peer == null ? null : peer.knownOffline());
        return known == Answer.NOT_KNOWN ? known : Answer.of(known == Answer.NO);
    }

    /** A workplace with a name implies it, unless the answer is no. */
    public boolean atWorkWithChildren() {
        return worksWithChildren == Answer.YES
                || (worksWithChildren != Answer.NO && workplace != null && !Blanks.nothing(workplace.name()));
    }
}
