package org.teestriage.web.pages;

import io.quarkus.qute.TemplateExtension;
import org.teestriage.concern.ChildItem;

/** The item of a step as readers see it. */
@TemplateExtension
final class ItemWords {

    private ItemWords() {}

    static String itemInWords(String item) {
        return ChildItem.inWords(item);
    }
}
