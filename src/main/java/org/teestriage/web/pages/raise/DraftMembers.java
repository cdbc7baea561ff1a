package org.teestriage.web.pages.raise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.wording.Choice;
import org.teestriage.platform.text.Visible;
import org.teestriage.web.pages.form.ChildChoices;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;

/**
 * The members of a list of a draft, such as its children. The number of a member is its id: it stays the same when others
 * are removed, and no later member gets it. Its position counts the members as they are now.
 */
public record DraftMembers(DraftView draft, Section section) {

    private static final int AT_MOST = 20;

    /** As the patterns of addresses and field names allow. */
    private static final int HIGHEST_NUMBER = 999;

    public record Member(int number, String called, boolean wrong) {}

    List<Member> listed(FormReader.Read<Facts> read) {
        return typed().indexes(section.id()).stream()
                .map(index -> index + 1)
                .map(number -> new Member(
                        number,
                        called(number),
                        !read.wrongAt(List.of(at(number))).isEmpty()))
                .toList();
    }

    private String called(int number) {
        return Stream.of(".name", ".claimedName", ".realName", ".identities[0].handle", ".school")
                .map(part -> typed().first(at(number) + part))
                .filter(text -> !Visible.isBlank(text))
                .findFirst()
                .orElse(section == Section.CHILDREN ? "A child" : "A person");
    }

    /** The field name of the member with this number, from 1. */
    public String at(int number) {
        return "%s[%d]".formatted(section.id(), number - 1);
    }

    /** The number of the next member that is added. */
    public int next() {
        return draft.changes().next(section.id(), draft.content().answers().keySet()) + 1;
    }

    public boolean full() {
        return typed().indexes(section.id()).size() >= AT_MOST || next() > HIGHEST_NUMBER;
    }

    public int position(int number) {
        List<Integer> indexes = typed().indexes(section.id());
        int place = indexes.indexOf(number - 1);
        return (place < 0 ? indexes.size() : place) + 1;
    }

    /** Permits existing members and the next one. */
    boolean mayOpen(int number) {
        return typed().indexes(section.id()).contains(number - 1) || (number == next() && !full());
    }

    /** Permits removed members too: what a second window typed about one of them is shown again. */
    boolean maySave(int number) {
        return mayOpen(number) || (number >= 1 && number < next());
    }

    /** The values at one name, under another name. */
    static FormValues moved(FormValues typed, String from, String to) {
        Map<String, List<String>> moved = new LinkedHashMap<>();
        typed.answers()
                .forEach((name, values) ->
                        moved.put(FormValues.isAt(name, from) ? to + name.substring(from.length()) : name, values));
        return new FormValues(moved);
    }

    /** The children of a draft as choices, by their ids. */
    static List<Choice> children(FormValues typed) {
        List<Integer> indexes = childIndexes(typed);
        return indexes.stream()
                .map(index -> ChildChoices.of(
                        index + 1, indexes.indexOf(index) + 1, typed.first("children[%d].name".formatted(index))))
                .toList();
    }

    private static List<Integer> childIndexes(FormValues typed) {
        return typed.indexes(Section.CHILDREN.id()).stream()
                .filter(index -> typed.says("children[%d]".formatted(index)))
                .toList();
    }

    /**
     * The answers with the positions of children where the draft has their ids. A child who was removed becomes one who is
     * not listed, so that the user has to choose again.
     */
    static FormValues counted(FormValues typed) {
        List<Integer> indexes = childIndexes(typed);
        Map<String, List<String>> counted = new LinkedHashMap<>();
        typed.answers()
                .forEach((name, values) -> counted.put(
                        name,
                        name.endsWith(".about")
                                ? values.stream()
                                        .map(id -> position(indexes, id))
                                        .toList()
                                : values));
        return new FormValues(counted);
    }

    private static String position(List<Integer> indexes, String id) {
        if (!id.matches("[0-9]{1,3}")) {
            return id;
        }
        int place = indexes.indexOf(Integer.parseInt(id) - 1);
        return String.valueOf((place < 0 ? indexes.size() : place) + 1);
    }

    private FormValues typed() {
        return new FormValues(draft.content().answers());
    }
}
