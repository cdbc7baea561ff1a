package org.teestriage.directory;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teestriage.platform.text.NameMatcher;

public final class Directory {
    private final HubsFile file;
    private final Map<String, Hub> hubs = new LinkedHashMap<>();
    private final Map<String, Authority> authorities = new LinkedHashMap<>();
    private final Map<String, List<Authority>> districts = new HashMap<>();

    private Directory(HubsFile file) {
        this.file = file;
        file.hubs().forEach(hub -> hubs.put(hub.id(), hub));
        file.authorities().forEach(authority -> authorities.put(authority.code(), authority));
        file.districts().forEach((district, code) -> districts.put(district, List.of(authority(code))));
        file.splitDistricts()
                .forEach((district, codes) -> districts.put(
                        district, codes.stream().map(this::authority).toList()));
    }

    /**
     * Reads and checks hubs.yaml.
     *
     * @throws IllegalArgumentException with the reason, if the file is invalid; for example, if an authority has no hub
     *     or two hubs on one day
     */
    public static Directory read(InputStream yaml) {
        return new Directory(HubsFile.read(yaml));
    }

    /** Includes past and planned hubs. */
    public List<Hub> hubs() {
        return List.copyOf(hubs.values());
    }

    /** The hubs that have an assignment on this day. Concerns can be routed to these only. */
    public List<Hub> hubsServing(LocalDate on) {
        return assignments().stream()
                .filter(assignment -> assignment.holdsOn(on))
                .map(assignment -> hub(assignment.hub()))
                .distinct()
                .toList();
    }

    public Hub hub(String id) {
        Hub hub = hubs.get(id);
        if (hub == null) {
            throw new IllegalArgumentException("there is no hub " + id);
        }
        return hub;
    }

    /** The hub that serves an authority on a day; empty outside Tees. */
    public Optional<Hub> hubFor(String authorityCode, LocalDate on) {
        return assignments().stream()
                .filter(assignment -> assignment.authority().equals(authorityCode) && assignment.holdsOn(on))
                .map(assignment -> hub(assignment.hub()))
                .findFirst();
    }

    /** The hubs that are this place on a day, or whose staff come from it. The place is a name as typed. */
    public Set<String> hubsStaffedFrom(String place, LocalDate on) {
        Stream<String> named =
                file.hubs().stream().filter(hub -> isPlace(place, hub.name())).map(Hub::id);
        Stream<String> from = file.workplaces().stream()
                .filter(workplace -> workplace.holdsOn(on) && isPlace(place, workplace.name()))
                .map(Workplace::hub);
        return Stream.concat(named, from).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A name of words that many places have, such as CHUB, is compared as a whole. */
    private static boolean isPlace(String place, String name) {
        return NameMatcher.samePlace(place, name) || NameMatcher.words(place).equals(NameMatcher.words(name));
    }

    /** Local rule: the hubs whose managers stand in on a day for those of another hub, the first to ask first. */
    public List<String> standInOrder(LocalDate on) {
        return file.standIns().stream()
                .filter(order -> order.holdsOn(on))
                .findFirst()
                .orElseThrow()
                .hubs();
    }

    /** A code that is not on file is an authority outside Tees, known by its code only: children move from anywhere. */
    public Authority authority(String code) {
        Authority onFile = authorities.get(code);
        return onFile != null ? onFile : new Authority(code, "the authority with code " + code, false, null);
    }

    public List<Authority> authorities() {
        return List.copyOf(authorities.values());
    }

    /**
     * Local rule: the hub that provisionally takes concerns of unknown authority, so that none waits for an address.
     */
    public Hub receivesUnclear() {
        return hub(file.receivesUnclear().hub());
    }

    /** The contact for a child outside Tees; empty for the Tees authorities, which have a hub. */
    public Optional<OutsideContact> doorOutside(String authorityCode) {
        Authority authority = authority(authorityCode);
        if (authority.inTees()) {
            return Optional.empty();
        }
        OutsideContact onFile = file.doorsOutside().get(authorityCode);
        return Optional.of(onFile != null ? onFile : OutsideContact.toBeFoundFor(authority));
    }

    public DutyTeam dutyTeam() {
        return file.dutyTeam();
    }

    public List<Assignment> assignments() {
        return file.assignments();
    }

    /** The authorities that share a postcode district, most postcodes first; empty if the district is not on file. */
    public List<Authority> sharing(String district) {
        return districts.getOrDefault(district, List.of());
    }
}
