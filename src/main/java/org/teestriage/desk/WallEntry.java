package org.teestriage.desk;

import org.teestriage.access.Wall;

/** What the timeline keeps of a wall that was built or lifted. */
record WallEntry(Wall.Kind kind, String subject, String reason) {}
