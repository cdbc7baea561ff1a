package org.teestriage.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teestriage.testing.server.HttpStub;

/** The effect of each fault on letters, counted at the partner and printed after the tests. */
final class FaultTable {

    private static final List<String> ROWS = new ArrayList<>();

    private FaultTable() {}

    /** Counts arrivals, distinct keys, lost letters and arrivals without a key. */
    static Counts count(String fault, int letters, List<HttpStub.Arrival> arrivals) {
        Set<String> keys = new HashSet<>();
        arrivals.forEach(arrival -> keys.add(arrival.key()));
        int withoutKey = (int) arrivals.stream()
                .filter(arrival -> arrival.key().equals("null"))
                .count();
        Counts counts = new Counts(arrivals.size(), keys.size(), letters - keys.size(), withoutKey);
        ROWS.add("FAULT %-52s letters %3d  arrivals %3d  distinct keys %3d  lost %d  duplicates without key %d"
                .formatted(fault, letters, counts.arrivals(), counts.keys(), counts.lost(), counts.withoutKey()));
        return counts;
    }

    record Counts(int arrivals, int keys, int lost, int withoutKey) {}

    static void print() {
        ROWS.forEach(System.out::println);
        ROWS.clear();
    }
}
