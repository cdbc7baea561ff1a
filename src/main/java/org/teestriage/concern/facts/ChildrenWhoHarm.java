package org.teestriage.concern.facts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.PlainWords;

/**
 * Makes a child of the concern of each person alleged to have harmed who is under 18, so that this child too gets an
 * outcome. A child who is listed already, by the same name, gets the role besides.
 */
public final class ChildrenWhoHarm {

    private final List<Child> children;

    private ChildrenWhoHarm(Facts facts) {
        this.children = new ArrayList<>(facts.children());
    }

    /** The facts with these children, each linked with the person. Facts that have them already stay as they are. */
    public static Facts in(Facts facts) {
        ChildrenWhoHarm listed = new ChildrenWhoHarm(facts);
        List<Suspect> linked = facts.suspects().stream().map(listed::linked).toList();
        return facts.withPeople(List.copyOf(listed.children), linked);
    }

    private Suspect linked(Suspect suspect) {
        if (suspect.ageGroup() != Suspect.AgeGroup.UNDER_18 || !suspect.stands() || suspect.child() != null) {
            return suspect;
        }
        Peer said = suspect.peer() == null ? Peer.UNASKED : suspect.peer();
        List<Integer> same = IntStream.rangeClosed(1, children.size())
                .filter(number -> children.get(number - 1).stands()
                        && sameName(suspect.realName(), children.get(number - 1).name()))
                .boxed()
                .toList();
        if (same.size() != 1) {
            children.add(Child.allegedToHaveHarmed(suspect.realName(), said.age()));
            return suspect.withPeer(said.ofAdded(children.size()));
        }
        int number = same.get(0);
        Child child = children.get(number - 1);
        boolean aged = child.ageGiven();
        children.set(number - 1, child.alsoAllegedToHaveHarmed(aged ? null : said.age()));
        return suspect.withPeer(said.of(number, aged ? said.age() : null));
    }

    /** Whether two names have the same words, in any order. */
    public static boolean sameName(@Nullable String one, @Nullable String other) {
        return one != null
                && other != null
                && !words(one).isEmpty()
                && words(one).equals(words(other));
    }

    private static Set<String> words(String name) {
        return new HashSet<>(PlainWords.of(name));
    }

    static Set<Child.Role> withHavingHarmed(Set<Child.Role> roles) {
        Set<Child.Role> all = EnumSet.of(Child.Role.ALLEGED_TO_HAVE_HARMED);
        all.addAll(roles.isEmpty() ? Set.of(Child.Role.HARMED) : roles);
        return all;
    }
}
