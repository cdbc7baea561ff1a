package org.teestriage.letter.content;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.AboutChildren;
import org.teestriage.concern.facts.Address;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Withdrawable;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.print.PrintDocument;

/** A letter while it is written, line by line; the sections that several letters share write on it. */
final class LetterPage {

    private static final String ORIGINAL = "the text of this letter and in the files for machines beside this one";

    private final PrintDocument.Writer writer;
    private List<Child> named = List.of();

    private LetterPage(String title, Concern concern) {
        writer = new PrintDocument.Writer(title, title + " " + concern.reference(), ORIGINAL);
    }

    static LetterPage opening(String title, PartnerView told) {
        LetterPage page = new LetterPage(title, told.concern());
        page.line("Our reference", told.concern().reference());
        return page;
    }

    /** Tells a partner that the family, the person of concern and the referrer may be told nothing. */
    LetterPage saysIfCovert(PartnerView told) {
        told.concern().covert().ifPresent(covert -> {
            heading("Covert: do not tell");
            sentence("Do not tell the family, the person of concern or the person who raised this. Ask us before you"
                    + " contact any of them.");
            line("Asked for by", covert.askedBy());
        });
        return this;
    }

    /** For a reader who may know which child each statement is about. */
    LetterPage namingChildren(Facts facts) {
        named = facts.children();
        return this;
    }

    /** The children that something is about; nothing if it is about all, or their names are not for the reader. */
    @Nullable
    String whom(AboutChildren told) {
        return named.isEmpty() || told.about().isEmpty()
                ? null
                : "about " + told.about().stream().map(this::nameOf).collect(Collectors.joining(" and "));
    }

    /** The child by its number; nothing if the letter tells of no other child. */
    @Nullable
    String numbered(@Nullable Integer child) {
        return named.isEmpty() || child == null ? null : "child " + child;
    }

    String nameOf(int child) {
        String name = child > named.size() ? null : named.get(child - 1).name();
        return name == null ? "child " + child : name;
    }

    void withdrawn(Withdrawable fact) {
        line("Withdrawn", fact.stands() ? null : "said to be wrong since; ask us before you act on it");
    }

    void address(String name, @Nullable Address address) {
        if (address != null) {
            line(name, Spoken.joined(address.lines(), address.postcode()));
        }
    }

    void heading(String above) {
        writer.heading(above);
    }

    void line(String name, @Nullable Object value) {
        String text = value == null ? "" : Spoken.said(value);
        if (!text.isBlank()) {
            writer.line(name, text);
        }
    }

    void sentence(String text) {
        writer.sentence(text);
    }

    /** Typed text. Who said it stands in its label, unless it is too long to stand on the same line. */
    void told(String name, String from, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        String label = from.isEmpty() ? name : "%s (%s)".formatted(name, from);
        if (PrintDocument.Writer.fits(label + ":")) {
            writer.told(label, text);
        } else {
            writer.line(name + ", source", from);
            writer.told(name, text);
        }
    }

    /**
     * @param subject how the headings begin below which a reader finds whom the letter is about
     * @param printedAs name of the PDF of the whole letter; null for none
     */
    WholeLetter letter(String subject, List<Attachment> enclosures, @Nullable String printedAs) {
        return new WholeLetter(writer.document(), subject, enclosures, printedAs);
    }
}
