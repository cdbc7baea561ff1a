package org.teestriage.letter.content;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Care;
import org.teestriage.concern.facts.Child;
import org.teestriage.concern.facts.ChildDetails;
import org.teestriage.concern.facts.ChildsView;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Pattern;

final class ChildSections {

    private ChildSections() {}

    static void children(LetterPage page, PartnerView told) {
        Facts facts = told.facts();
        int all = facts.children().size();
        for (int number = 1; number <= all; number++) {
            page.heading(all == 1 ? "Child" : "Child " + number);
            about(page, facts.children().get(number - 1), told.elsewhere().get(number));
        }
    }

    static void child(LetterPage page, Child child, PartnerView.@Nullable Areas elsewhere) {
        page.heading("Child");
        about(page, child, elsewhere);
    }

    /** How many there are, without what would identify them. */
    static void otherChildren(LetterPage page, int others, long alleged) {
        page.line("Other children of this concern", others == 0 ? null : others + ", each referred by itself");
        page.line("Of these alleged to have harmed", alleged == 0 ? null : alleged);
    }

    private static void about(LetterPage page, Child child, PartnerView.@Nullable Areas elsewhere) {
        page.withdrawn(child);
        page.line("Name", child.name() == null ? "not known" : child.name());
        page.line("In this concern", Spoken.words(child.roles().stream()));
        page.line("Date of birth", child.dateOfBirth());
        page.line("Due date", child.dueDate());
        page.line("Estimated age", child.estimatedAge());
        page.address("Address", child.address());
        page.address("Where now", child.whereNow());
        elsewhere(page, elsewhere);
        page.line("School", child.school());
        page.line("Looked after", child.lookedAfter());
        page.line("Missing", child.missing());
        page.line("Disability", child.disability());
        workers(page, child);
        details(page, child.details());
        view(page, child.view());
        care(page, child.care());
        pattern(page, child.pattern());
    }

    private static void pattern(LetterPage page, Pattern.@Nullable OfChild pattern) {
        if (pattern != null) {
            page.line("The family was befriended", pattern.familyBefriended());
            page.told("What is known of that", "", pattern.familyKnown());
            page.line("Targeted because isolated", pattern.targetedAsIsolated());
            page.line("Targeted because of a troubled history", pattern.targetedForHistory());
            page.told("What is known of the targeting", "", pattern.targetingKnown());
            page.line("Trafficked", pattern.trafficked());
            page.told("What is known of the trafficking", "", pattern.traffickingKnown());
        }
    }

    static void workers(LetterPage page, Child child) {
        child.knownWorkers()
                .forEach(worker ->
                        page.line("Known worker", Spoken.joined(worker.name(), worker.role(), worker.contact())));
    }

    private static void details(LetterPage page, @Nullable ChildDetails details) {
        if (details != null) {
            page.line("Sex", details.sex());
            page.line(
                    "Ethnicity (census code)",
                    details.ethnicity() == null ? null : details.ethnicity().name());
            page.line("First language", details.firstLanguage());
            page.line("Interpreter needed", details.interpreter());
            page.line(
                    "Disabilities (census codes)",
                    details.disabilities().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
            page.line("NHS number", details.nhsNumber());
            page.line("GP", details.gp());
            page.line("Legal status", details.legalStatus());
        }
    }

    private static void view(LetterPage page, @Nullable ChildsView view) {
        if (view != null) {
            page.told(
                    "What the child wants",
                    Spoken.joined(view.askedBy() == null ? null : "asked by " + view.askedBy(), view.askedOn()),
                    view.wants());
        }
    }

    private static void care(LetterPage page, @Nullable Care care) {
        if (care != null) {
            page.line("Placed by", care.placingAuthority());
            page.line("Social worker there", care.socialWorker());
            page.line("Independent reviewing officer", care.reviewingOfficer());
            page.line("Fostering agency or home", care.agency());
            page.line("Where the child lives was disclosed", care.locationDisclosed());
            page.line("An order about contact was breached", care.orderBreached());
            page.line("The placement is at risk", care.placementAtRisk());
        }
    }

    private static void elsewhere(LetterPage page, PartnerView.@Nullable Areas areas) {
        if (areas != null) {
            page.line("Lives in the area of", areas.home());
            page.line("Is now in the area of", areas.now());
            page.line("Contact there", areas.door());
            page.line("Police there", areas.police());
        }
    }
}
