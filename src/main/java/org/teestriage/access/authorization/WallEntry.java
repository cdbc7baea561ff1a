package org.teestriage.access.authorization;

import org.teestriage.access.Wall;

/** What the timeline keeps of a wall that was built or lifted. */
public record WallEntry(Wall.Kind kind, String subject, String reason) {}
