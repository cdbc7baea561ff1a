package org.teestriage.web.pages.form;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

@RequestScoped
public class SubmittedForm {

    private static final String TOKEN = "_token";

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    public void keep(@Nullable FormData form) {
        if (form != null) {
            form.forEach(name -> fields.put(
                    name,
                    form.get(name).stream()
                            .filter(value -> !value.isFileItem())
                            .map(value -> value.getValue())
                            .toList()));
        }
    }

    public FormValues typed() {
        return FormValues.of(fields);
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
