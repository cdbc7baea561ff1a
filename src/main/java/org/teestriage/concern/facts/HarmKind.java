package org.teestriage.concern.facts;

import java.util.EnumSet;
import java.util.Set;

/** Kinds of online harm: those of the Tees guidance, and those that practice has met since. */
public enum HarmKind {
    CYBERBULLYING,
    EMOTIONAL_ABUSE,
    SEXTING,
    SEXUAL_ABUSE,
    SEXUAL_EXPLOITATION,
    GROOMING,
    SEXTORTION,
    AI_MADE_IMAGERY,
    LIVESTREAM,
    IMAGE_SHARING,
    RADICALISATION;

    private static final Set<HarmKind> NOT_SEXUAL = EnumSet.of(CYBERBULLYING, EMOTIONAL_ABUSE, RADICALISATION);

    public boolean sexual() {
        return !NOT_SEXUAL.contains(this);
    }
}
