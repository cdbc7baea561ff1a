package org.teestriage.concern.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;
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
        @Nullable @SingleLine String nhsNumber,
        @Nullable @SingleLine String gp,
        @Nullable @SingleLine String legalStatus)
        implements SelfValidating {

    private static final int NHS_NUMBER_LENGTH = 10;
    private static final int MODULUS = 11;

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
        return Stream.concat(
                SelfValidating.flawIf(
                        nhsNumber != null && !nhsNumber.isBlank() && !isNhsNumber(nhsNumber.replaceAll("[ -]", "")),
                        "nhsNumber",
                        "check the NHS number: it has ten digits, and these do not belong together"),
                SelfValidating.flawIf(
                        disabilities.contains(Disability.NONE) && disabilities.size() > 1,
                        "disabilities",
                        "choose no disability, or those that the child has"));
    }

    /** The last digit follows from the others, modulo 11. */
    private static boolean isNhsNumber(String digits) {
        if (!digits.matches("[0-9]{%d}".formatted(NHS_NUMBER_LENGTH))) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < NHS_NUMBER_LENGTH - 1; place++) {
            sum += (NHS_NUMBER_LENGTH - place) * (digits.charAt(place) - '0');
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == digits.charAt(NHS_NUMBER_LENGTH - 1) - '0';
    }
}
