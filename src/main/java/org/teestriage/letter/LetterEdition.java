package org.teestriage.letter;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.MappedSuperclass;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an edition of a letter says; it never changes. */
@MappedSuperclass
public abstract class LetterEdition {

    /** Lazy: most uses need only the other columns. */
    @Basic(fetch = FetchType.LAZY)
    @Column(updatable = false)
    private String content;

    @Column(updatable = false)
    private String contentHash;

    @Column(updatable = false)
    private @Nullable String toldHash;

    @Column(updatable = false)
    private @Nullable Integer addsTo;

    protected LetterEdition() {}

    LetterEdition(WrittenEdition written) {
        this.content = written.draft().text();
        this.contentHash = written.draft().hash();
        this.toldHash = written.toldHash();
        this.addsTo = written.addsTo();
    }

    public String content() {
        return content;
    }

    public String contentHash() {
        return contentHash;
    }

    /** Whether a letter that tells this would tell something else; of a letter of an earlier release it is not known. */
    boolean tellsOtherThan(String otherHash) {
        return !otherHash.equals(toldHash);
    }

    /** The edition that this one adds to; empty if it is a whole letter. */
    public Optional<Integer> addsTo() {
        return Optional.ofNullable(addsTo);
    }
}
