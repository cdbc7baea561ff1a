package org.teestriage.access.authorization;

import org.teestriage.access.AccessRestriction;

public record RestrictionEntry(AccessRestriction.Kind kind, String subject, String reason) {}
