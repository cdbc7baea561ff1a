package org.teestriage.web.pages.form;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.ImageText;

@RequestScoped
public class SubmittedForm {

    private static final String TOKEN = "_token";

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Set<String> withImage = new LinkedHashSet<>();
    private FormValues typed = FormValues.NOTHING;

    /** Keeps the fields for this request. An image in a text is left out, so that no page can store it. */
    public void keep(@Nullable FormData form) {
        if (form != null) {
            form.forEach(name -> keep(name, form.get(name)));
            typed = FormValues.of(fields);
        }
    }

    private void keep(String name, Collection<FormValue> values) {
        if (ImageText.isIn(name)) {
            withImage.add("");
            return;
        }
        fields.put(
                name,
                values.stream()
                        .filter(value -> !value.isFileItem())
                        .map(value -> withoutImage(name, value.getValue()))
                        .toList());
    }

    private String withoutImage(String name, String value) {
        String left = ImageText.without(value);
        if (!left.equals(value)) {
            withImage.add(name);
        }
        return left;
    }

    /** The names of the fields that held an image as text. */
    public Set<String> withImage() {
        return withImage;
    }

    public FormValues typed() {
        return typed;
    }

    /** All fields, including technical ones. */
    public Map<String, List<String>> all() {
        return fields;
    }

    public String token() {
        return first(TOKEN);
    }

    /** The value of the pressed button or of another technical field. */
    public String button(String name) {
        return first("_" + name);
    }

    private String first(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
