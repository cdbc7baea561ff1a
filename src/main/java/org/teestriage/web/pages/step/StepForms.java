package org.teestriage.web.pages.step;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.teestriage.casework.decisionsupport.DecisionSupportService;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Sent;
import org.teestriage.decision.Step;
import org.teestriage.decision.wording.Wording;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.web.pages.form.Fitting;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.FormReader;
import org.teestriage.web.pages.form.FormValues;
import org.teestriage.web.pages.form.Forms;

@Singleton
class StepForms {

    private final Forms forms;
    private final DecisionSupportService decisionSupportService;
    private final Wording wording;
    private final InstantSource time;

    StepForms(Forms forms, DecisionSupportService decisionSupportService, Wording wording, InstantSource time) {
        this.forms = forms;
        this.decisionSupportService = decisionSupportService;
        this.wording = wording;
        this.time = time;
    }

    Form prefilled(StepPlace place) {
        Class<? extends Decision> decision = place.step().decision();
        FormValues typed = DiscussionRows.prefilled(place, forms, LocalDate.ofInstant(time.instant(), LondonTime.ZONE))
                .orElseGet(() -> Prefilled.of(place, forms.groupsOf(decision, Sent.class), time.instant()));
        return forms.of(decision, typed, place.officer()).fitted(fitting(place));
    }

    Form again(StepPlace place, FormValues typed, Map<String, String> wrong, String token) {
        return unfitted(place.step(), typed, wrong, token).fitted(fitting(place));
    }

    /** The typed values without adaptation, for a page that carries them in hidden fields. */
    Form kept(Step step, FormValues typed, String token) {
        return unfitted(step, typed, Map.of(), token);
    }

    private Form unfitted(Step step, FormValues typed, Map<String, String> wrong, String token) {
        return forms.again(step.decision(), typed, wrong, token);
    }

    FormReader.Read<? extends Decision> read(Step step, FormValues typed) {
        return forms.read(step.decision(), typed);
    }

    /** The facts recorded during a telephone call, to be completed in writing, without the call itself. */
    FormValues told(StepPlace place) {
        return forms.written(Objects.requireNonNull(place.view().standing().facts()))
                .only(name -> !FormValues.isAt(name, "call"));
    }

    private Fitting threshold(StepPlace place) {
        Fitting fitting = Fitting.NONE.choosing("children.level", decisionSupportService.levelsOfNeed());
        Facts facts = place.view().standing().facts();
        boolean lookedAfter = facts == null || facts.children().stream().anyMatch(Child::mayBeLookedAfter);
        return lookedAfter ? fitting : fitting.leavingOut("children.contactPlan");
    }

    private Fitting fitting(StepPlace place) {
        return switch (place.step()) {
            case AUTHORITY_DECISION -> Fitting.NONE.choosing("authority", decisionSupportService.authorities());
            case ACKNOWLEDGEMENT, REFERRER_FEEDBACK ->
                Fitting.NONE
                        .choosing(
                                "wording",
                                wording.on(LocalDate.ofInstant(time.instant(), LondonTime.ZONE))
                                        .toTell(place.step()))
                        .leavingOut("how", Sent.How.PARTNER_FORM);
            case THRESHOLD_DECISION -> threshold(place);
            case STRATEGY_DISCUSSION ->
                Fitting.NONE
                        .withEmptyRows("present", 8)
                        .withEmptyRows("absent", 4)
                        .withEmptyRows("actions", 8);
            case SOCIAL_CARE_REFERRAL, LADO_REFERRAL -> ApprovalFields.fitting("approval", place.letter());
            case POLICE_REPORT, CEOP_DECISION, PLATFORM_DECISION -> ApprovalFields.ofReport(place.letter());
            default -> Fitting.NONE;
        };
    }
}
