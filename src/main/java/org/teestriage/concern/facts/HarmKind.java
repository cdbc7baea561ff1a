package org.teestriage.concern.facts;

import java.util.EnumSet;
import java.util.Set;

/** Kinds of online harm: those of the Tees guidance, and those that practice has met since. */
public enum HarmKind {
    CYBERBULLYING,
    EMOTIONAL_ABUSE,
    SEXUAL_PRESSURE,
    SEXTING,
    SEXUAL_ABUSE,
    SEXUAL_EXPLOITATION,
    GROOMING,
    SEXTORTION,
    AI_MADE_IMAGERY,
    LIVESTREAM,
    IMAGE_SHARING,
    COERCED_SELF_HARM,
    RADICALISATION,
    STALKING_HARASSMENT,
    CRIMINAL_EXPLOITATION,
    THREATS,
    /** Blackmail for money or gift cards, with images. */
    FINANCIAL_SEXTORTION,
    /** The kind is still to be found out, alone or beside kinds that are known. */
    NOT_SURE;

    private static final Set<HarmKind> BULLYING = EnumSet.of(CYBERBULLYING, EMOTIONAL_ABUSE);
    private static final Set<HarmKind> NOT_SEXUAL = EnumSet.of(
            CYBERBULLYING,
            EMOTIONAL_ABUSE,
            COERCED_SELF_HARM,
            RADICALISATION,
            STALKING_HARASSMENT,
            CRIMINAL_EXPLOITATION,
            THREATS,
            NOT_SURE);

    public boolean sexual() {
        return !NOT_SEXUAL.contains(this);
    }

    public boolean bullying() {
        return BULLYING.contains(this);
    }

    /** Whether an offence is likely. */
    public boolean crime() {
        return this != NOT_SURE && !bullying();
    }

    public boolean blackmail() {
        return this == SEXTORTION || this == FINANCIAL_SEXTORTION;
    }

    public boolean exploitation() {
        return this == SEXUAL_EXPLOITATION || this == CRIMINAL_EXPLOITATION;
    }
}
