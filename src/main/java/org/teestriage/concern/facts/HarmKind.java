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
    /** The kind is still to be found out, alone or beside kinds that are known. */
    NOT_SURE;

    private static final Set<HarmKind> BULLYING = EnumSet.of(CYBERBULLYING, EMOTIONAL_ABUSE);
    private static final Set<HarmKind> NOT_SEXUAL =
            EnumSet.of(CYBERBULLYING, EMOTIONAL_ABUSE, COERCED_SELF_HARM, RADICALISATION, NOT_SURE);

    public boolean sexual() {
        return !NOT_SEXUAL.contains(this);
    }

    public boolean bullying() {
        return BULLYING.contains(this);
    }
}
