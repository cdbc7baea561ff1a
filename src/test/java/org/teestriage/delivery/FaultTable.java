package org.teestriage.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teestriage.testing.server.HttpStub;

/** What each fault did to letters, counted at the partner: printed at the end, for people to read. */
final class FaultTable {

    private static final List<String> ROWS = new ArrayList<>();

    private FaultTable() {}

    /** Counts what arrived of so many letters, and says how many were lost and how many arrived twice without a key. */
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

    /** What was counted. */
    record Counts(int arrivals, int keys, int lost, int withoutKey) {}

    static void print() {
        ROWS.forEach(System.out::println);
        ROWS.clear();
    }
}
