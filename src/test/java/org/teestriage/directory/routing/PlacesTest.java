package org.teestriage.directory.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.HubsYaml;
import org.teestriage.directory.routing.Places.Place;
import org.teestriage.testing.PlainConcerns;
import org.teestriage.testing.ShippedConfig;

/** Which police forces a concern goes to, with the shipped partners.yaml. */
class PlacesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 22);
    private static final String HARTLEPOOL = "E06000001";
    private static final String DURHAM = "E06000047";
    private static final String YORKSHIRE = "E06000065";

    private final Directory directory = HubsYaml.shipped();
    private final Places places =
            new Places(directory, ShippedConfig.partners(), new Routing(directory, postcode -> Optional.empty()));

    private Place place(int child, @Nullable String home, @Nullable String now) {
        return new Place(child, authority(home), authority(now), null);
    }

    private @Nullable Authority authority(@Nullable String code) {
        return code == null ? null : directory.authority(code);
    }

    private Map<String, String> forces(Place... of) {
        return places.forces(List.of(of), TODAY).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().name()));
    }

    @Test
    void theForceOfThePlaceIsTold() {
        assertThat(forces(place(1, HARTLEPOOL, null))).isEqualTo(Map.of("", "Cleveland Police"));
        assertThat(forces(place(1, DURHAM, null))).isEqualTo(Map.of("", "Durham Constabulary"));
        assertThat(forces(place(1, null, null)))
                .as("where the place is not known")
                .isEqualTo(Map.of("", "Cleveland Police"));
        assertThat(forces(place(1, "E08000035", null)))
                .as("no force is invented")
                .isEqualTo(Map.of("", "The police force of the authority with code E08000035"));
    }

    @Test
    void bothForcesAreToldOfAChildWhoIsElsewhere() {
        assertThat(forces(place(1, HARTLEPOOL, DURHAM)))
                .isEqualTo(Map.of("", "Cleveland Police", "1-now", "Durham Constabulary"));
        assertThat(forces(place(1, DURHAM, HARTLEPOOL)))
                .isEqualTo(Map.of("", "Cleveland Police", "1", "Durham Constabulary"));
        assertThat(forces(place(1, HARTLEPOOL, "E06000002")))
                .as("one force serves all of Tees")
                .isEqualTo(Map.of("", "Cleveland Police"));
    }

    @Test
    void aForceIsToldOnceOfSeveralChildren() {
        assertThat(forces(place(1, HARTLEPOOL, DURHAM), place(2, DURHAM, YORKSHIRE)))
                .isEqualTo(Map.of(
                        "", "Cleveland Police", "1-now", "Durham Constabulary", "2-now", "North Yorkshire Police"));
    }

    @Test
    void aChildIsElsewhereOnlyInTheAreaOfAnotherAuthority() {
        Concern concern = PlainConcerns.withoutParts("""
                children:
                - {name: Jo, address: {postcode: TS24 7ZZ}, whereNow: {postcode: TS28 5AA}}
                - {name: Max, address: {postcode: TS24 7ZZ}, whereNow: {postcode: TS25 1AA}}
                - {name: Kim, address: {postcode: TS24 7ZZ}, whereNow: {lines: At a friend's home}}
                """);
        concern.addPart("chub", HARTLEPOOL, Jurisdiction.KNOWN, List.of(1, 2, 3));
        assertThat(places.of(concern))
                .extracting(place ->
                        Optional.ofNullable(place.now()).map(Authority::name).orElse("at home"))
                .containsExactly("County Durham", "at home", "at home");
    }
}
