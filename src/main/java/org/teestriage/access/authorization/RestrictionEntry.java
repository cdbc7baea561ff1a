package org.teestriage.access.authorization;

import org.teestriage.access.AccessRestriction;

/** What the timeline keeps of a restriction that was built or lifted. */
public record RestrictionEntry(AccessRestriction.Kind kind, String subject, String reason) {}
