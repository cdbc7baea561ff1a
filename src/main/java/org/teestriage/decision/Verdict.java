package org.teestriage.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.teestriage.platform.transaction.Missing;

public sealed interface Verdict {

    /**
     * The decision is valid.
     *
     * @param routes branches to open
     * @param happenings messages to send to the path
     * @param sentence entry text for the timeline, shown to users
     */
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

    /**
     * The decision is refused and nothing has changed. The sentence is shown to the user.
     *
     * @param missing what has to be done first, with its page below that of the concern
     */
    record Refusal(String sentence, List<Missing> missing) implements Verdict {
        public Refusal {
            missing = List.copyOf(missing);
        }

        Refusal(String sentence) {
            this(sentence, List.of());
        }
    }
}
