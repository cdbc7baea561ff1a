package org.teestriage.web.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teestriage.web.pages.form.SummaryRows.Row;

class SummaryRowsTest {

    private static Row group(String label, Row... inside) {
        return new Row(label, "", false, List.of(inside));
    }

    @Test
    void aRecordIsSummarisedWithTheLabelsOfItsForm() {
        SummaryRows rows = new SummaryRows(Voyage.definitions());
        assertThat(rows.of(Voyage.whole()))
                .containsExactly(
                        Row.of("Ship", "Endeavour"),
                        new Row("Log", "Left at dawn.\nFog.", true, List.of()),
                        Row.of("What does she carry?", "Something else"),
                        Row.of("What else?", "Slate"),
                        Row.of("Is she insured?", "No"),
                        new Row("What was met?", "Ice", true, List.of()),
                        Row.of("When was she built?", "Thu 2 Apr 1998"),
                        Row.of("When did she sail?", "Wed 1 Jul 2026, 09:05"),
                        Row.of("Reference", "K7Q2-9FXM-F"),
                        group("From", Row.of("Name of the port", "Whitby"), Row.of("Is it abroad?", "No")),
                        group(
                                "Port 1",
                                Row.of("Name of the port", "Bergen"),
                                Row.of("Is it abroad?", "Yes"),
                                group("Customs", Row.of("Who came on board?", "Nils Berg"))),
                        group("Port 2", Row.of("Name of the port", "Leith")));
        assertThat(rows.of(Voyage.whole(), Set.of("ship", "cargo")))
                .extracting(Row::label)
                .containsExactly("Ship", "What does she carry?");
        assertThat(rows.of(null)).isEmpty();
    }
}
