package org.teestriage.letter.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.print.PlainText;
import org.teestriage.platform.print.PrintDocument;
import org.teestriage.platform.print.PrintDocument.Item;
import org.teestriage.platform.print.PrintDocument.Section;
import org.teestriage.platform.print.PrintHtml;

/**
 * What a letter would say now, before it becomes an edition: the whole for a partner who has none, otherwise what it adds.
 *
 * @param subject how the headings begin below which a reader finds whom the letter is about
 * @param printedAs name of the PDF of the whole letter; null for none
 */
public record WholeLetter(
        PrintDocument document,
        String subject,
        List<Attachment> enclosures,
        @Nullable String printedAs) {

    /** The file in which a supplement encloses the whole letter. */
    public static final String WHOLE = "letter.txt";

    /** What identifies a child, a person or an account. */
    private static final Set<String> NAMES = Set.of(
            "Name",
            "Date of birth",
            "Due date",
            "Estimated age",
            "Claims to be",
            "Real name",
            "Platform",
            "Handle",
            "Display name",
            "Profile address, not opened by us");

    public WholeLetter {
        enclosures = List.copyOf(enclosures);
    }

    /**
     * An edition of a letter.
     *
     * @param factsRevision the revision of the facts that it was written from
     * @param sender the hub that answers for it, and its contact
     */
    public record Edition(int number, int factsRevision, LocalDate day, String sender) {

        private List<Item> lines() {
            return List.of(
                    new Item("Date", Spoken.said(day), List.of()),
                    new Item("From", sender, List.of()),
                    new Item(
                            "Edition",
                            "%d, written from revision %d of the facts".formatted(number, factsRevision),
                            List.of()));
        }
    }

    public String text() {
        return PlainText.of(document);
    }

    /** Hash of what the letter tells, whatever its edition. That facts were amended is no news where they read the same. */
    public String toldHash() {
        Stream<Section> told =
                only(document.sections().stream(), item -> !item.label().startsWith(AccountSections.AMENDED));
        return new LetterDraft(PlainText.of(with(document.title(), told.toList())), enclosures).hash();
    }

    /** The whole letter. */
    public LetterDraft whole(Edition edition) {
        PrintDocument whole = numbered(edition);
        return new LetterDraft(PlainText.of(whole), enclosures(whole).toList());
    }

    /** Only what this edition adds to one that the partner has, with the whole letter enclosed. */
    public LetterDraft adding(Edition edition, EarlierEdition earlier) {
        PrintDocument whole = numbered(edition);
        String text = PlainText.of(whole);
        Section opening = whole.sections().get(0);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                opening.heading(),
                Stream.concat(
                                opening.items().stream(),
                                Stream.of(new Item("", earlier.saysWhatThisAddsTo(), List.of())))
                        .toList()));
        only(
                        whole.sections().stream().filter(each -> each.heading().startsWith(subject)),
                        item -> NAMES.contains(item.label()))
                .forEach(sections::add);
        sections.addAll(LetterText.news(earlier.text(), text));
        return new LetterDraft(
                PlainText.of(with("Supplement to: " + document.title(), sections)),
                Stream.concat(Stream.of(LetterDraft.plain(WHOLE, text)), enclosures(whole))
                        .toList());
    }

    private static Stream<Section> only(Stream<Section> sections, Predicate<Item> which) {
        return sections.map(section -> new Section(
                        section.heading(),
                        section.items().stream().filter(which).toList()))
                .filter(section -> !section.items().isEmpty());
    }

    private PrintDocument numbered(Edition edition) {
        List<Section> sections = new ArrayList<>(document.sections());
        Section opening = sections.get(0);
        sections.set(
                0,
                new Section(
                        opening.heading(),
                        Stream.concat(opening.items().stream(), edition.lines().stream())
                                .toList()));
        return with(document.title(), sections);
    }

    private PrintDocument with(String title, List<Section> sections) {
        return new PrintDocument(title, document.footer(), document.original(), sections);
    }

    private Stream<Attachment> enclosures(PrintDocument whole) {
        return Stream.concat(
                enclosures.stream(),
                Stream.ofNullable(printedAs).map(name -> LetterDraft.toPrint(name, PrintHtml.of(whole))));
    }
}
