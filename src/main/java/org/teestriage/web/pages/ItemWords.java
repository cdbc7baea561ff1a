package org.teestriage.web.pages;

import io.quarkus.qute.TemplateExtension;
import org.teestriage.concern.ChildItem;

/** The item of a step as readers see it. */
@TemplateExtension
public final class ItemWords {

    private ItemWords() {}

    public static String itemInWords(String item) {
        return item.endsWith("-now") ? ChildItem.of(item).child() + ", where the child is now" : item;
    }
}
