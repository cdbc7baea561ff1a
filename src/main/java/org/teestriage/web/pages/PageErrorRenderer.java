package org.teestriage.web.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teestriage.platform.text.Visible;
import org.teestriage.web.ApiPaths;
import org.teestriage.web.ErrorRenderer;
import org.teestriage.web.LongTextMemory;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.Forms;

@ApplicationScoped
class PageErrorRenderer implements ErrorRenderer {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final Forms forms;
    private final LongTextMemory longTextMemory;

    PageErrorRenderer(Forms forms, LongTextMemory longTextMemory) {
        this.forms = forms;
        this.longTextMemory = longTextMemory;
    }

    /** A typed value with the label of its field. */
    public record Typed(String asked, String value) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance turnedAway(Why why);

        static native TemplateInstance trouble(Trouble trouble, boolean shown, List<Typed> typed, List<Form.Kept> all);
    }

    @Override
    public boolean handles(String path) {
        return !ApiPaths.hasProblems(path);
    }

    @Override
    public boolean sendsProblemJson() {
        return false;
    }

    @Override
    public Words renderAuthenticationFailure(Why why) {
        return new Words(HTML, Templates.turnedAway(why).render());
    }

    @Override
    public Words renderError(Trouble trouble) {
        boolean shown = longTextMemory.take(LongTextMemory.length(trouble.sent()));
        List<Form.Kept> all = shown ? flat(trouble.sent()).toList() : List.of();
        List<Typed> typed = all.stream()
                .filter(kept -> !kept.name().startsWith("_") && !Visible.isBlank(kept.value()))
                .map(kept -> new Typed(forms.asked(kept.name()), kept.value()))
                .toList();
        return new Words(HTML, Templates.trouble(trouble, shown, typed, all).render());
    }

    private static Stream<Form.Kept> flat(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> new Form.Kept(each.getKey(), value)));
    }
}
