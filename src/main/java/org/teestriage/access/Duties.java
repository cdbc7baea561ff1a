package org.teestriage.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

/**
 * What a user has to do beside their role.
 *
 * @param safeguardingLead whether a referrer is the designated safeguarding lead of the agency, who sees all its concerns
 * @param authorities of staff of a hub: the authorities they work for; empty for all that the hub serves
 * @param profession of staff of a hub: their professional role, such as "Social worker"; as one line of visible text, cut
 *     to the length that is stored
 */
public record Duties(
        boolean safeguardingLead,
        Set<String> authorities,
        @Nullable String profession) {

    public static final Duties NONE = new Duties(false, Set.of());

    private static final int LONGEST = 100;

    public Duties {
        authorities = Set.copyOf(authorities);
        profession = profession == null ? null : line(profession);
    }

    public Duties(boolean safeguardingLead, Set<String> authorities) {
        this(safeguardingLead, authorities, null);
    }

    private static @Nullable String line(String told) {
        String line = Visible.withPlainSpaces(told)
                .codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip()
                .replaceAll(" +", " ");
        String cut =
                line.codePoints().limit(LONGEST).mapToObj(Character::toString).collect(Collectors.joining());
        return cut.isEmpty() ? null : cut.strip();
    }
}
