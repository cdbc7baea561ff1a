package org.teestriage.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTextTest {

    private static final byte[] NOISE = new byte[6_000];

    static {
        new Random(28).nextBytes(NOISE);
    }

    private static String base64(int length) {
        return Base64.getEncoder().encodeToString(NOISE).substring(0, length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,iVBORw0KGgo=",
                "DATA:Image/JPEG;base64,/9j/4AAQ",
                "See data:image/svg+xml,<svg/> here",
                "data:image/svg+xml;charset=utf-8,%3Csvg%3E",
                "data : image / gif ; base64 , R0lGODlh",
                "data%3Aimage%2Fpng%3Bbase64%2CiVBORw0KGgo",
                "data:video/mp4;base64,AAAA",
                "data:;base64,AAAA",
                "data:application/octet-stream;base64,AAAA",
                "<img src=\"data:image/png;base64,AAAA\">",
                "url(data:image/webp;base64,UklGRg)"
            })
    void dataUrisOfFilesAreFound(String text) {
        assertThat(ImageText.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
                "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQE",
                "R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADsAAAAAAAAAAAAAA",
                "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAAAA",
                "AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAAAIZnJlZQAAAAAAA"
            })
    void theBeginningOfAnImageFileInBase64IsFound(String text) {
        assertThat(ImageText.isIn("It was this: " + text)).isTrue();
    }

    @Test
    void aLongBlockOfBase64IsFoundFrom400Characters() {
        assertThat(ImageText.isIn("It says " + base64(400) + " and more")).isTrue();
        assertThat(ImageText.isIn("It says " + base64(399) + " and more")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aBlockInLinesIsFound(String lineBreak) {
        String lines = base64(760).replaceAll("(.{76})", "$1" + lineBreak);
        assertThat(ImageText.isIn("Attached:" + lineBreak + lines)).isTrue();
        assertThat(ImageText.without("Attached:" + lineBreak + lines + "Kit")).doesNotContain(base64(76));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "He sent data: images of a house, and a video.",
                "The data:image was a drawing.",
                "<img src=x onerror=alert(1)>",
                "https://elsewhere.example/a.png",
                "She said the database64, whatever that is.",
                "iVBORw0KGgo was the name he used",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "${7*191} #{7*191} %s%n%x =1+1"
            })
    void ordinaryTextIsNoImage(String text) {
        assertThat(ImageText.isIn(text)).isFalse();
        assertThat(ImageText.without(text)).isEqualTo(text);
    }

    @Test
    void longWordsListsOfHandlesAndLinksAreNoImage() {
        for (String text : List.of(
                "W".repeat(19_900),
                "0123456789abcdef".repeat(1_000),
                "alex_Plays99\nSam0815\n".repeat(500),
                "https://cdn.example/view?token="
                        + base64(900).replace("+", "-").replace("/", "_"))) {
            assertThat(ImageText.isIn(text)).as(text.substring(0, 20)).isFalse();
        }
    }

    @Test
    void anImageIsLeftOutAndTheOtherWordsAreKept() {
        assertThat(ImageText.without(
                        "He sent data:image/png;base64,%s to her. She\ndeleted it.".formatted(base64(3_000))))
                .isEqualTo("He sent [image left out] to her. She\ndeleted it.");
        assertThat(ImageText.without("$1 \\ " + base64(3_000))).isEqualTo("$1 \\ [image left out]");
    }

    @Test
    void aMegabyteIsReadInLinearTime() {
        for (String part :
                List.of("data:", "data:;base64", "data:image", "A", "a\n", base64(60) + "\n", "=", "/9j/", "://")) {
            String text = part.repeat(1_000_000 / part.length());
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ImageText.without(text), part);
        }
    }
}
