package org.teestriage.letter.content;

import java.time.LocalDate;

/** The latest edition that a partner has, with the text of the whole letter at that time. */
public record EarlierEdition(int number, LocalDate day, String text) {

    String saysWhatThisAddsTo() {
        return ("This adds to edition %d of %s, which you have. It says only what is new or corrected since then. The"
                        + " whole letter, as it reads now, is enclosed.")
                .formatted(number, Spoken.said(day));
    }
}
