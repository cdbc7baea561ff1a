package org.teestriage.web.pages.raise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teestriage.casework.draft.DraftView;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormValues;

public enum Section {
    SAFETY("safety", "Is the child safe now?", true, "urgency"),
    POLICE("police", "The police", false, "policeContact"),
    CALL("call", "The telephone call", false, "call"),
    YOU("you", "You, and how to reach you", true, "referrer"),
    CHILDREN("children", "The children", true, "children"),
    SUSPECTS("suspects", "Who may be harming them", false, "suspects"),
    PEOPLE("people", "Family, household and professionals", false, "people"),
    ACCOUNT("account", "What happened", true, "account"),
    HARM(
            "harm",
            "What kind of harm, and where",
            false,
            "kinds",
            "channels",
            "contactContinuing",
            "betweenChildren",
            "pattern"),
    IMAGES("images", "Images and devices", false, "images", "devices"),
    CONSENT("consent", "Who knows, and what was done", false, "consents", "doneSoFar");

    private final String id;
    private final String title;
    private final boolean required;
    private final String names;

    Section(String id, String title, boolean required, String... names) {
        this.id = id;
        this.title = title;
        this.required = required;
        this.names = String.join(" ", names);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public boolean required() {
        return required;
    }

    public List<String> names() {
        return List.of(names.split(" ", -1));
    }

    /** Whether it asks about several people, one page for each. */
    public boolean several() {
        return this == CHILDREN || this == SUSPECTS || this == PEOPLE;
    }

    /** Whether its page contains a list that can grow. */
    public boolean more() {
        return this == ACCOUNT || this == IMAGES;
    }

    /** What a page of the draft shows of its lists, so that a later save knows what its user changed. */
    public String shown(DraftView draft) {
        return ListMerge.shown(DraftForms.typed(draft), names());
    }

    public List<Form.Question> questions(Form form) {
        return names().size() == 1 ? form.at(names().get(0)) : form.each(names());
    }

    static Optional<Section> of(String id) {
        return Arrays.stream(values()).filter(section -> section.id.equals(id)).findFirst();
    }

    public enum Progress {
        NOT_STARTED("Not started"),
        OPTIONAL("Optional"),
        UNFINISHED("Not finished"),
        DONE("Done");

        private final String words;

        Progress(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    Progress progress(FormValues typed, boolean seen, boolean wrong) {
        boolean said = names().stream().anyMatch(typed::says);
        if (!said && !seen) {
            return required ? Progress.NOT_STARTED : Progress.OPTIONAL;
        }
        return wrong ? Progress.UNFINISHED : Progress.DONE;
    }
}
