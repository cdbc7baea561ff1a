package org.teestriage.casework.triage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.OnlineIdentity;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.decision.route.RouteAbout;
import org.teestriage.decision.route.RouteKind;
import org.teestriage.decision.route.RouteRules;
import org.teestriage.decision.wording.Choice;
import org.teestriage.platform.validation.Blanks;

final class RouteChoices {

    private RouteChoices() {}

    static List<Choice> of(Facts facts) {
        return Arrays.stream(RouteKind.values())
                .flatMap(kind -> Arrays.stream(RouteAbout.values())
                        .filter(kind::canBeAbout)
                        .flatMap(about -> RouteRules.numbers(facts, about)
                                .mapToObj(number -> new Choice(
                                        "%s/%s/%d".formatted(kind, about, number),
                                        kind.title() + named(facts, about, number)))))
                .toList();
    }

    private static String named(Facts facts, RouteAbout about, int number) {
        return switch (about) {
            case CONCERN -> "";
            case CHILD -> {
                Child child = facts.children().get(number - 1);
                yield named(about, number, child.name());
            }
            case SUSPECT -> {
                Suspect suspect = facts.suspects().get(number - 1);
                yield named(about, number, suspect.realName(), suspect.claimedName());
            }
            case PERSON -> {
                Person person = facts.people().get(number - 1);
                yield named(about, number, person.name(), person.relationToChild());
            }
            case ACCOUNT -> {
                OnlineIdentity account = facts.account(number);
                yield named(about, number, account.platform(), account.handle());
            }
        };
    }

    private static String named(RouteAbout about, int number, @Nullable String... names) {
        return ": "
                + Stream.concat(
                                Stream.of("%s %d".formatted(words(about), number)),
                                Arrays.stream(names)
                                        .filter(name -> !Blanks.nothing(name))
                                        .map(String::valueOf))
                        .collect(Collectors.joining(", "));
    }

    /** Such as "for child 1"; empty for the whole concern. */
    static String inWords(RouteAbout about, int number) {
        return about == RouteAbout.CONCERN ? "" : " for %s %d".formatted(words(about), number);
    }

    private static String words(RouteAbout about) {
        return switch (about) {
            case SUSPECT -> "person of concern";
            case PERSON -> "family member or professional";
            default -> about.name().toLowerCase(Locale.ROOT);
        };
    }
}
