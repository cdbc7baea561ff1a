package org.teestriage.decision.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Priority;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.HarmKind;
import org.teestriage.decision.route.Condition;
import org.teestriage.decision.route.RouteAbout;
import org.teestriage.decision.route.RouteSign;
import org.teestriage.platform.text.DatedFile;

/**
 * Which partner checks the facts make due or suggest, by {@code config/partner-checks.yaml}. Each rule only adds, so
 * neither a fact that adds danger nor a higher priority removes a check.
 */
public final class CheckRules {

    private CheckRules() {}

    /** The content of partner-checks.yaml. */
    record File(List<Version> partnerChecks) {
        File {
            partnerChecks = DatedFile.inOrder(partnerChecks);
        }
    }

    /**
     * A rule. It holds for a child where all that it names hold.
     *
     * @param due whether the check is due; otherwise it is suggested
     * @param fromPriority the least urgent priority for which it holds; absent for all
     */
    record Rule(
            CheckPartner partner,
            boolean due,
            @Nullable Priority fromPriority,
            @Nullable Set<HarmKind> kinds,
            @Nullable List<RouteSign> signs,
            String because,
            String source) {
        Rule {
            require(partner, "a partner");
            require(because, "because");
            require(source, "a source");
        }

        private boolean holds(Facts facts, int child, Priority priority, LocalDate day) {
            return (fromPriority == null || !priority.isLessUrgentThan(fromPriority))
                    && new Condition(kinds, signs).holds(facts, RouteAbout.CHILD, child, day);
        }
    }

    /**
     * How a partner is asked.
     *
     * @param system the kind of partner in partners.yaml whose system may answer by the signed interface; absent if none may
     */
    public record Contact(
            CheckPartner partner,
            String how,
            @Nullable String system,
            String source,
            @Nullable LocalDate verified) {
        public Contact {
            require(partner, "a partner");
            require(how, "how");
            require(source, "a source");
        }
    }

    /**
     * The rules from a day on.
     *
     * @param chaseWithinDays how long a partner who was chased can be waited for, at most
     */
    public record Version(
            LocalDate from,
            String source,
            @Nullable LocalDate lastVerified,
            int chaseWithinDays,
            List<Contact> partners,
            @JsonProperty("rules") List<Rule> rules)
            implements DatedFile.Version {
        public Version {
            require(from, "from");
            require(source, "source");
            if (chaseWithinDays < 1) {
                throw new IllegalArgumentException("config/partner-checks.yaml: chase-within-days is missing");
            }
            partners = List.copyOf(partners);
            rules = List.copyOf(rules);
        }

        public Optional<Contact> contact(CheckPartner partner) {
            return partners.stream()
                    .filter(contact -> contact.partner() == partner)
                    .findFirst();
        }

        /**
         * What is due or suggested for each child. Nothing is due in a concern of before the first version.
         *
         * @param receivedOn decides the ages
         */
        public List<Suggestion> suggested(Facts facts, Priority priority, LocalDate receivedOn) {
            boolean inForce = !receivedOn.isBefore(from);
            return IntStream.rangeClosed(1, facts.children().size())
                    .boxed()
                    .flatMap(child -> rules.stream()
                            .filter(rule -> rule.holds(facts, child, priority, receivedOn))
                            .map(rule -> new Suggestion(
                                    child, rule.partner(), rule.due() && inForce, rule.because(), rule.source())))
                    .toList();
        }
    }

    /** {@code child}: its number, from 1. */
    public record Suggestion(int child, CheckPartner partner, boolean due, String because, String source) {}

    /** Read once. */
    private static final class Holder {
        private static final List<Version> VERSIONS =
                DatedFile.read("partner-checks.yaml", File.class).partnerChecks();
    }

    /** The version in force on a day. */
    public static Version on(LocalDate day) {
        return DatedFile.inForce(Holder.VERSIONS, day);
    }

    /** All versions, oldest first. */
    public static Stream<Version> versions() {
        return Holder.VERSIONS.stream();
    }

    private static void require(@Nullable Object value, String what) {
        Objects.requireNonNull(value, () -> "config/partner-checks.yaml: %s is missing".formatted(what));
    }
}
