package org.teestriage.casework.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * With which save each place of a draft last changed. A place is a field or list of a page, or a list member such as
 * {@code children[2]}, whose number is its id: it is never given to another member, even after a removal.
 *
 * @param version number of saves so far
 * @param places removed members are kept
 */
public record DraftChanges(long version, Map<String, Long> places) {

    static final DraftChanges NONE = new DraftChanges(0, Map.of());

    private static final Pattern MEMBER = Pattern.compile("([A-Za-z0-9]+)\\[([0-9]{1,3})].*");

    public DraftChanges {
        places = Map.copyOf(places);
    }

    DraftChanges with(Collection<String> changed) {
        Map<String, Long> more = new TreeMap<>(places);
        changed.forEach(place -> more.put(place, version + 1));
        return new DraftChanges(version + 1, more);
    }

    /** Whether one of the places, a member of it or its list changed after the save that a reader saw last. */
    boolean overtake(long seen, Collection<String> read) {
        return places.entrySet().stream()
                .filter(change -> change.getValue() > seen)
                .anyMatch(change ->
                        read.stream().anyMatch(place -> isAt(place, change.getKey()) || isAt(change.getKey(), place)));
    }

    private static boolean isAt(String place, String list) {
        return place.equals(list) || place.startsWith(list + "[");
    }

    /** The index of the next member of a list: one that no member has or had. */
    public int next(String list, Collection<String> fields) {
        int highest = -1;
        for (Collection<String> names : List.of(places.keySet(), fields)) {
            for (String name : names) {
                Matcher member = MEMBER.matcher(name);
                if (member.matches() && member.group(1).equals(list)) {
                    highest = Math.max(highest, Integer.parseInt(member.group(2)));
                }
            }
        }
        return highest + 1;
    }
}
