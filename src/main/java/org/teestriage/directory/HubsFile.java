package org.teestriage.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record HubsFile(
        DutyTeam dutyTeam,
        List<Withdrawn> withdrawnNumbers,
        List<Hub> hubs,
        List<Authority> authorities,
        Map<String, OutsideContact> doorsOutside,
        List<Assignment> assignments,
        List<Workplace> workplaces,
        List<StandInOrder> standIns,
        ReceivesUnclear receivesUnclear,
        Map<String, String> districts,
        Map<String, List<String>> splitDistricts) {

    /** A telephone number that is no longer valid but still appears on old forms. */
    record Withdrawn(String number, String why) {
        Withdrawn {
            Preconditions.text(number, "a withdrawn number");
            Preconditions.text(why, "the reason why " + number + " is withdrawn");
        }
    }

    /** A local rule, so it must state its reason. */
    record ReceivesUnclear(String hub, String reason, String source) {
        ReceivesUnclear {
            Preconditions.text(hub, "the hub that receives what is unclear");
            Preconditions.text(reason, "the reason why " + hub + " receives what is unclear");
            Preconditions.text(source, "the source of the rule that " + hub + " receives what is unclear");
        }
    }

    private static final Pattern GSS_CODE = Pattern.compile("[A-Z][0-9]{8}");

    HubsFile {
        Preconditions.value(dutyTeam, "duty-team");
        withdrawnNumbers = Preconditions.list(withdrawnNumbers, "withdrawn-numbers");
        hubs = Preconditions.list(hubs, "hubs");
        authorities = Preconditions.list(authorities, "authorities");
        doorsOutside = Map.copyOf(Preconditions.value(doorsOutside, "doors-outside"));
        assignments = Preconditions.list(assignments, "assignments");
        workplaces = Preconditions.list(workplaces, "workplaces");
        standIns = Preconditions.list(standIns, "stand-ins");
        Preconditions.value(receivesUnclear, "receives-unclear");
        districts = Map.copyOf(Preconditions.value(districts, "districts"));
        splitDistricts = Map.copyOf(Preconditions.value(splitDistricts, "split-districts"));
    }

    static HubsFile read(InputStream yaml) {
        try {
            @Nullable HubsFile file = reader().readValue(yaml);
            if (file == null) {
                throw unusable("it is empty");
            }
            return file.checked();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("hubs.yaml cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectReader reader() {
        return YAMLMapper.builder()
                // By default, YAML silently keeps the second of two equal keys, which would lose a district.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .addModule(new JavaTimeModule())
                .build()
                .readerFor(HubsFile.class);
    }

    private HubsFile checked() {
        Set<String> hubIds = listedOnce(hubs.stream().map(Hub::id));
        Set<String> codes = listedOnce(authorities.stream().map(Authority::code));
        Set<String> inTees =
                listedOnce(authorities.stream().filter(Authority::inTees).map(Authority::code));

        codes.forEach(code -> check(GSS_CODE.matcher(code).matches(), code + " is not a GSS code"));
        doorsOutside
                .keySet()
                .forEach(code -> check(codes.contains(code), "doors-outside names the unknown authority " + code));
        codes.forEach(code -> check(
                inTees.contains(code) != doorsOutside.containsKey(code),
                code + " needs either `in-tees: true` or an entry in doors-outside"));
        for (Assignment assignment : assignments) {
            check(hubIds.contains(assignment.hub()), "an assignment names the unknown hub " + assignment.hub());
            check(
                    inTees.contains(assignment.authority()),
                    "an assignment names " + assignment.authority() + ", which is no Tees authority");
        }
        inTees.forEach(this::checkServedWithoutBreak);
        workplaces.forEach(workplace -> check(
                hubIds.contains(workplace.hub()),
                "the workplace " + workplace.name() + " names the unknown hub " + workplace.hub()));
        standIns.forEach(order -> checkStandIns(order, hubIds));
        checkOneAfterTheOther(standIns);
        check(
                assignments.stream().anyMatch(a -> a.hub().equals(receivesUnclear.hub()) && a.lasts()),
                "receives-unclear names " + receivesUnclear.hub() + ", which has no assignment until further notice");
        withdrawnNumbers.forEach(this::checkNotInUse);

        listedOnce(Stream.concat(districts.keySet().stream(), splitDistricts.keySet().stream()));
        districts.forEach((district, code) -> checkDistrict(district, List.of(code), codes));
        splitDistricts.forEach((district, sharing) -> {
            check(sharing.size() > 1, district + " is split between fewer than two authorities");
            checkDistrict(district, sharing, codes);
        });
        return this;
    }

    private void checkServedWithoutBreak(String authority) {
        List<Assignment> inTurn = assignments.stream()
                .filter(a -> a.authority().equals(authority) && !a.planned())
                .sorted(Comparator.comparing(Assignment::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        check(!inTurn.isEmpty(), "no hub serves " + authority);
        for (int i = 1; i < inTurn.size(); i++) {
            LocalDate ends = inTurn.get(i - 1).until();
            LocalDate begins = inTurn.get(i).from();
            if (ends == null || begins == null || ends.isAfter(begins)) {
                throw unusable("two hubs serve " + authority + " on the same day");
            }
            check(ends.equals(begins), "no hub serves " + authority + " from " + ends + " until " + begins);
        }
        check(inTurn.get(inTurn.size() - 1).lasts(), "no hub serves " + authority + " until further notice");
    }

    private void checkStandIns(StandInOrder order, Set<String> hubIds) {
        listedOnce(order.hubs().stream())
                .forEach(hub -> check(hubIds.contains(hub), "stand-ins name the unknown hub " + hub));
        assignments.stream()
                .filter(Assignment::lasts)
                .forEach(assignment -> check(
                        order.hubs().contains(assignment.hub()),
                        "stand-ins leave out " + assignment.hub() + ", which serves " + assignment.authority()));
    }

    private static void checkOneAfterTheOther(List<StandInOrder> orders) {
        List<StandInOrder> inTurn = orders.stream()
                .sorted(Comparator.comparing(StandInOrder::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        check(!inTurn.isEmpty() && inTurn.get(0).from() == null, "no order of stand-ins applies at first");
        for (int i = 1; i < inTurn.size(); i++) {
            check(
                    Objects.equals(inTurn.get(i - 1).until(), inTurn.get(i).from()),
                    "each order of stand-ins begins on the day when the one before ends");
        }
        check(inTurn.get(inTurn.size() - 1).until() == null, "no order of stand-ins applies until further notice");
    }

    private void checkNotInUse(Withdrawn withdrawn) {
        Stream<@Nullable Phone> printed = Stream.concat(
                Stream.concat(Stream.of(dutyTeam.phone()), hubs.stream().flatMap(hub -> hub.phones().stream())),
                doorsOutside.values().stream().map(OutsideContact::phone));
        check(
                printed.filter(Objects::nonNull).noneMatch(phone -> phone.reaches(withdrawn.number)),
                withdrawn.number + " is withdrawn and yet in use: " + withdrawn.why);
    }

    private static void checkDistrict(String district, List<String> sharing, Set<String> codes) {
        check(
                Postcode.districtIn(district).filter(district::equals).isPresent(),
                district + " is not a postcode district");
        listedOnce(sharing.stream())
                .forEach(code -> check(codes.contains(code), district + " names the unknown authority " + code));
    }

    private static Set<String> listedOnce(Stream<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        names.forEach(name -> check(seen.add(name), name + " is listed twice"));
        return seen;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw unusable(otherwise);
        }
    }

    private static IllegalArgumentException unusable(String why) {
        return new IllegalArgumentException("hubs.yaml cannot be used: " + why);
    }
}
