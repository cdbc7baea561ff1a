package org.teestriage.decision;

/**
 * Outcome for one child in a threshold decision. Several can apply (Working Together; DfE data sets use flags, not one
 * code).
 */
public enum Outcome {
    ADVICE,
    EARLY_HELP,
    SECTION_17,
    SECTION_47,
    LADO,
    VEMT,
    OTHER_AUTHORITY,
    OPEN_CASE,
    /** The child is not identified: the police get what is known, and no authority is named for it. */
    POLICE_INTELLIGENCE,
    NO_FURTHER_ACTION;

    /** Whether children's social care, of this or another authority, is informed about the child. */
    public boolean goesToSocialCare() {
        return switch (this) {
            case SECTION_17, SECTION_47, OTHER_AUTHORITY, OPEN_CASE -> true;
            case ADVICE, EARLY_HELP, LADO, VEMT, POLICE_INTELLIGENCE, NO_FURTHER_ACTION -> false;
        };
    }
}
