package org.teestriage.web.pages;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.regex.Pattern;

@TemplateExtension
final class Dialled {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w+])(?:999|101|111|0800 1111|116 123|0(?: ?[0-9]){9,10})(?!\\w)");

    private Dialled() {}

    /** Escapes the sentence for HTML and turns telephone numbers in it into tel: links. */
    static RawString dialled(String sentence) {
        String safe = sentence.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return new RawString(NUMBER.matcher(safe).replaceAll(number -> "<a class=\"govuk-link\" href=\"tel:%s\">%s</a>"
                .formatted(number.group().replace(" ", ""), number.group())));
    }
}
