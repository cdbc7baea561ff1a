package org.teestriage.oversight.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.print.PrintDocument;

final class InspectionPaper {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss z", Locale.UK);

    private final PrintDocument.Writer paper;

    /** Whether the section has an entry. */
    private boolean written;

    private InspectionPaper(InspectionPack pack) {
        String title = "Inspection pack of concern " + pack.reference();
        paper = new PrintDocument.Writer(title, title, "concern.json beside this file");
    }

    static PrintDocument of(InspectionPack pack) {
        InspectionPaper paper = new InspectionPaper(pack);
        paper.write(pack);
        return paper.paper.document();
    }

    private void write(InspectionPack pack) {
        line("Taken %s by %s. All times are London time.".formatted(when(pack.takenAt()), pack.takenBy()));
        line(pack.standing().sentence());
        section("Is the timeline whole?", pack, this::proof);
        section("Held back from this reader", pack, this::withheld);
        section("Decisions and their clocks", pack, this::decisions);
        section("Waiting", pack, this::waiting);
        section("Timeline", pack, this::timeline);
        section("Letters to partners", pack, this::letters);
        section("Restricted access", pack, this::restrictions);
        section("Who looked, newest first", pack, this::readings);
    }

    private void section(String title, InspectionPack pack, Consumer<InspectionPack> content) {
        paper.heading(title);
        written = false;
        content.accept(pack);
        if (!written) {
            line("Nothing.");
        }
    }

    private void proof(InspectionPack pack) {
        var verification = pack.verification();
        line(
                verification.whole()
                        ? "Yes. Each of its %d entries was computed again and follows the one before; the details of %d were erased, each with an entry that says why."
                                .formatted(
                                        verification.entries(),
                                        verification.erased().size())
                        : "NO. "
                                + verification
                                        .fault()
                                        .map(fault -> "Entry %d: %s.".formatted(fault.sequence(), fault.sentence()))
                                        .orElse(""));
        if (!verification.deleted().isEmpty()) {
            line("The details of these entries were deleted, and no entry says why: "
                    + numbers(verification.deleted()));
        }
        if (pack.witness() == null) {
            line("No checkpoint outside the database covers it yet.");
        } else {
            line("The newest checkpoint outside the database that covers it knows it up to entry %d:"
                    .formatted(pack.witness().sequence()));
            pack.witness().checkpoint().lines().forEach(this::line);
        }
        line("To compute all of it again, see README.txt beside this file.");
    }

    private static String numbers(List<Long> entries) {
        return entries.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void withheld(InspectionPack pack) {
        pack.withheld().forEach(this::line);
    }

    private void decisions(InspectionPack pack) {
        pack.decisions().forEach(step -> {
            line("%s %s (%s), round %d: %s, %s%s"
                    .formatted(
                            step.title(),
                            step.item(),
                            step.hub(),
                            step.round(),
                            step.decider(),
                            when(step.decidedAt()),
                            step.late() ? ", LATE" : ""));
            line("Opened %s, due %s".formatted(when(step.openedAt()), when(step.due())));
            fields("", Json.tree(step.decision()));
        });
    }

    private void waiting(InspectionPack pack) {
        pack.waiting().forEach(step -> {
            line("%s %s (%s), with %s: opened %s, due %s%s"
                    .formatted(
                            step.title(),
                            step.item(),
                            step.hub(),
                            step.claimedBy() == null ? "no one" : step.claimedBy(),
                            when(step.openedAt()),
                            when(step.due()),
                            step.overdue() ? ", OVERDUE" : ""));
            line(step.howDue());
        });
    }

    private void timeline(InspectionPack pack) {
        pack.timeline().forEach(entry -> {
            line("%d  %s  %s, %s %s  %s %s %s"
                    .formatted(
                            entry.sequence(),
                            when(entry.at()),
                            entry.name(),
                            entry.role(),
                            entry.affiliation(),
                            entry.kind(),
                            entry.step(),
                            entry.item()));
            line(entry.sentence());
            if (entry.details() != null) {
                told("Details", entry.details());
            } else if (entry.shown() != null) {
                told("Details in part", entry.shown().toString());
            } else {
                line(
                        entry.withheld() == InspectionPack.Withheld.ERASED
                                ? "The details are erased or deleted."
                                : "The details are withheld.");
            }
            line("Hash " + entry.hash());
        });
    }

    private void letters(InspectionPack pack) {
        pack.letters().forEach(letter -> {
            line("%d  %s %s, revision %d: %s, prepared %s%s%s"
                    .formatted(
                            letter.number(),
                            letter.purpose(),
                            letter.item(),
                            letter.revision(),
                            letter.state(),
                            when(letter.preparedAt()),
                            letter.settledAt() == null ? "" : ", settled " + when(letter.settledAt()),
                            letter.contentHash() == null ? "" : "; content hash " + letter.contentHash()));
            paper.line("To", letter.partner());
            if (letter.theirReference() != null) {
                paper.line("Their reference", letter.theirReference());
            }
        });
    }

    private void restrictions(InspectionPack pack) {
        pack.restrictions().forEach(restriction -> {
            line("%d  %s, since %s%s"
                    .formatted(
                            restriction.number(),
                            restriction.kind(),
                            when(restriction.setAt()),
                            restriction.stands() ? "" : ", lifted"));
            paper.line("Subject", restriction.subject());
        });
    }

    private void readings(InspectionPack pack) {
        pack.readings()
                .forEach(reading -> line("%s  %s (%s), %s %s  %s"
                        .formatted(
                                when(reading.at()),
                                reading.name(),
                                reading.user(),
                                reading.role(),
                                reading.affiliation(),
                                reading.what())));
    }

    /** A decision as it was recorded: the path of each field, and its value. */
    private void fields(String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            fields(path.isEmpty() ? field.getKey() : path + " " + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            for (int number = 1; number <= node.size(); number++) {
                fields(path + " " + number, node.get(number - 1));
            }
        } else if (!node.isNull()) {
            paper.line(path, node.asText());
            written = true;
        }
    }

    private void line(String words) {
        paper.sentence(words);
        written = true;
    }

    private void told(String label, String words) {
        paper.told(label, words);
        written = true;
    }

    private static String when(Instant at) {
        return WHEN.format(at.atZone(BusinessClock.ZONE));
    }
}
