package org.teestriage.directory.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Postcode;
import org.teestriage.platform.text.Visible;

final class AuthorityLocator {
    private final Directory directory;
    private final Function<Postcode, Optional<String>> imported;

    // imported: the authority code of a postcode; empty if the postcode has not been imported
    AuthorityLocator(Directory directory, Function<Postcode, Optional<String>> imported) {
        this.directory = directory;
        this.imported = imported;
    }

    /**
     * Uses the imported ONS Postcode Directory first, then the table of districts. If neither is conclusive, a user
     * chooses. Never throws because of the typed text: invalid text is {@link LocatedAuthority.Unknown}.
     */
    LocatedAuthority locate(@Nullable String postcodeAsTyped) {
        if (Visible.isBlank(postcodeAsTyped)) {
            return new LocatedAuthority.Unknown("No postcode was given.");
        }
        return Postcode.parse(postcodeAsTyped)
                .flatMap(imported)
                .map(this::byImport)
                .or(() -> Postcode.districtIn(postcodeAsTyped).map(this::byDistrict))
                .orElseGet(() -> new LocatedAuthority.Unknown("What was typed is not a UK postcode."));
    }

    private LocatedAuthority byImport(String code) {
        Authority authority = directory.authority(code);
        return new LocatedAuthority.Known(
                authority,
                "The ONS Postcode Directory places this postcode in " + authority.name() + "." + beyondTees(authority));
    }

    private LocatedAuthority byDistrict(String district) {
        List<Authority> sharing = directory.sharing(district);
        if (sharing.isEmpty()) {
            return new LocatedAuthority.Unknown(
                    "No full postcode is on file for it, and nothing is known about postcode district " + district
                            + ".");
        }
        Authority first = sharing.get(0);
        if (sharing.size() == 1) {
            return new LocatedAuthority.Known(
                    first,
                    "All of postcode district " + district + " lies in " + first.name() + "." + beyondTees(first));
        }
        return new LocatedAuthority.Ambiguous(
                sharing,
                "Postcode district " + district + " is shared by " + inWords(sharing)
                        + ". Choose the one where the child lives.");
    }

    private String beyondTees(Authority authority) {
        return directory
                .doorOutside(authority.code())
                .map(door -> " That is outside Tees: the right place to turn to is " + door.name() + "."
                        + (door.phone() == null ? " No number is on file: look it up on that council's website." : ""))
                .orElse("");
    }

    private static String inWords(List<Authority> sharing) {
        int last = sharing.size() - 1;
        return sharing.subList(0, last).stream().map(Authority::name).collect(Collectors.joining(", ")) + " and "
                + sharing.get(last).name();
    }
}
