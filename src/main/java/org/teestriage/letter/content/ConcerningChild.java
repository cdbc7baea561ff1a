package org.teestriage.letter.content;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teestriage.concern.amendment.FactFields;
import org.teestriage.concern.facts.AboutChildren;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.ChildrenWhoHarm;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.Person;
import org.teestriage.concern.facts.Statement;
import org.teestriage.concern.facts.Suspect;

/**
 * The facts and additions as they concern one child, for a recipient who gets what is about this child or about all, and
 * nothing that is only about others.
 */
public final class ConcerningChild {

    private static final Pattern MEMBER = Pattern.compile("(children|suspects|account|people)\\[([0-9]{1,3})]\\..*");
    private static final Pattern ANSWER = Pattern.compile("(urgency|consents)\\.([A-Za-z]+).*");

    private final Facts facts;
    private final int number;
    private final Child child;

    /** {@code number} of the child, from 1. */
    public ConcerningChild(Facts facts, int number) {
        this.facts = facts;
        this.number = number;
        this.child = facts.children().get(number - 1);
    }

    /** How many other children are alleged to have harmed. */
    public static long othersAllegedToHaveHarmed(Facts facts, int child) {
        return IntStream.rangeClosed(1, facts.children().size())
                .filter(other -> other != child)
                .mapToObj(other -> facts.children().get(other - 1))
                .filter(other -> other.stands() && other.allegedToHaveHarmed())
                .count();
    }

    /**
     * The child as the only one, with the answers and consents that count for it. A child who is also listed among the
     * people alleged to have harmed is not its own suspect.
     */
    public Facts facts() {
        return new Facts(
                facts.urgencyOf(number),
                facts.policeContact(),
                facts.call(),
                facts.referrer(),
                List.of(child),
                facts.suspects().stream()
                        .filter(suspect -> !isTheChild(suspect))
                        .map(suspect -> suspect.concerning(number))
                        .toList(),
                facts.kinds(),
                facts.channels(),
                facts.contactContinuing(),
                account(facts.account()),
                facts.images(),
                facts.devices(),
                facts.consentsOf(number),
                facts.doneSoFar(),
                people(),
                facts.betweenChildren(),
                facts.pattern(),
                facts.version());
    }

    /** A child's own words that are about no child in particular are those of the children harmed. */
    private List<Statement> account(List<Statement> told) {
        boolean alleged = facts.toldOnlyAsAlleged(number);
        return about(told)
                .filter(statement -> !alleged
                        || statement.kind() != Statement.Kind.CHILDS_WORDS
                        || !statement.about().isEmpty())
                .map(Statement::aboutAll)
                .toList();
    }

    /** Family and professionals of no child in particular are those of the children harmed. */
    private List<Person> people() {
        boolean alleged = facts.toldOnlyAsAlleged(number);
        return about(facts.people())
                .filter(person -> !alleged || !person.about().isEmpty())
                .map(Person::aboutAll)
                .toList();
    }

    private <T extends AboutChildren> Stream<T> about(List<T> members) {
        return members.stream().filter(member -> member.isAbout(number));
    }

    /** By the link; in facts of earlier releases by the name, which a parent may have too and others may claim. */
    private boolean isTheChild(Suspect suspect) {
        if (suspect.child() != null) {
            return suspect.child() == number;
        }
        boolean mayBeOneOfTheChildren = suspect.ageGroup() == Suspect.AgeGroup.UNDER_18
                || (child.allegedToHaveHarmed() && suspect.ageGroup() != Suspect.AgeGroup.ADULT);
        return mayBeOneOfTheChildren && ChildrenWhoHarm.sameName(suspect.realName(), child.name());
    }

    /** What of an addition concerns the child; empty if nothing does. */
    public Optional<Addition> addition(Addition told) {
        if (told instanceof Information information) {
            List<Statement> account = account(information.account());
            return account.isEmpty() ? Optional.empty() : Optional.of(new Information(account));
        }
        if (told instanceof DangerReport danger) {
            return danger.isAbout(number) ? Optional.of(danger.aboutAll()) : Optional.empty();
        }
        return told instanceof Amendment amendment ? amendment(amendment) : Optional.of(told);
    }

    /** The reason may tell what was changed about another child. */
    private Optional<Addition> amendment(Amendment amendment) {
        List<FieldChange> changes = amendment.changes().stream()
                .filter(change -> concerns(change.field()))
                .toList();
        boolean whole = changes.size() == amendment.changes().size();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Amendment(amendment.saidBy(), amendment.saidOn(), whole ? amendment.why() : null, changes));
    }

    private boolean concerns(String field) {
        Matcher member = MEMBER.matcher(field);
        if (member.matches()) {
            int index = Integer.parseInt(member.group(2));
            return switch (member.group(1)) {
                case "children" -> index == number - 1;
                case "suspects" ->
                    index >= facts.suspects().size()
                            || !isTheChild(facts.suspects().get(index));
                case "account" -> isAbout(facts.account(), index);
                default -> isAbout(facts.people(), index);
            };
        }
        Matcher answer = ANSWER.matcher(field);
        return !answer.matches() || !hasItsOwn(answer.group(1), answer.group(2));
    }

    private boolean isAbout(List<? extends AboutChildren> members, int index) {
        return index < members.size() && members.get(index).isAbout(number);
    }

    private boolean hasItsOwn(String group, String question) {
        Object own = group.equals("urgency") ? child.answers() : child.consents();
        if (own == null) {
            return false;
        }
        FactFields answers = FactFields.of(own);
        return answers.says(question) || (question.equals("selfHarm") && answers.says("selfHarmOrSuicide"));
    }
}
