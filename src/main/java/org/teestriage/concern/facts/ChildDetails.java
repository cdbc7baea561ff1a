package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.Format;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * What officers add about a child, because a referrer cannot know it. Ethnicity and disabilities are codes of the
 * children in need census.
 *
 * @param legalStatus in words, such as an interim care order
 */
public record ChildDetails(
        @Nullable Sex sex,
        @Nullable Ethnicity ethnicity,
        @Nullable @SingleLine String firstLanguage,
        @Nullable Answer interpreter,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Disability> disabilities,

        @Nullable @SingleLine @Format(Format.Kind.NHS_NUMBER)
        String nhsNumber,

        @Nullable @SingleLine String gp,
        @Nullable @SingleLine String legalStatus)
        implements SelfValidating {

    @Schema(name = "ChildSex")
    public enum Sex {
        FEMALE,
        MALE,
        NOT_KNOWN
    }

    @Schema(name = "ChildEthnicity")
    public enum Ethnicity {
        WBRI,
        WIRI,
        WIRT,
        WOTH,
        WROM,
        MWBC,
        MWBA,
        MWAS,
        MOTH,
        AIND,
        APKN,
        ABAN,
        AOTH,
        BCRB,
        BAFR,
        BOTH,
        CHNE,
        OOTH,
        REFU,
        NOBT
    }

    @Schema(name = "ChildDisability")
    public enum Disability {
        NONE,
        MOB,
        HAND,
        PC,
        INC,
        COMM,
        LD,
        HEAR,
        VIS,
        BEH,
        CON,
        AUT,
        DDA
    }

    public ChildDetails {
        disabilities = Blanks.set(disabilities);
    }

    @Override
    public Stream<Flaw> flaws() {
        return SelfValidating.flawIf(
                disabilities.contains(Disability.NONE) && disabilities.size() > 1,
                "disabilities",
                "choose no disability, or those that the child has");
    }
}
