package org.teestriage.web.pages;

import io.quarkus.qute.TemplateExtension;
import org.teestriage.concern.ChildItem;

@TemplateExtension
final class ItemWords {

    private ItemWords() {}

    static String itemInWords(String item) {
        return ChildItem.inWords(item);
    }
}
