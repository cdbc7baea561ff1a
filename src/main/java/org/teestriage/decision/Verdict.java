package org.teestriage.decision;

import java.util.EnumSet;
import java.util.Set;

/** What the rules say to a decision: it rules on how the path goes on, or it is refused with a sentence for a human. */
public sealed interface Verdict {

    /** The decision stands: these forks open, these things happen, and this is how the timeline tells it. */
    record Ruling(Set<Route> routes, Set<PathMessage> happenings, String sentence) implements Verdict {
        public Ruling {
            routes = Set.copyOf(routes);
            happenings = Set.copyOf(happenings);
        }

        static Ruling of(String sentence, Route... routes) {
            return new Ruling(Set.of(routes), Set.of(), sentence);
        }

        Ruling with(PathMessage happening) {
            return new Ruling(routes, EnumSet.of(happening), sentence);
        }
    }

    /** The decision does not stand, and why. Nothing has changed. */
    record Refusal(String sentence) implements Verdict {}
}
