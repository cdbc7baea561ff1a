package org.teestriage.boot.demo;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.casework.triage.AmendmentService;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.casework.triage.DuplicateRequest;
import org.teestriage.casework.triage.DuplicateService;
import org.teestriage.casework.triage.HubMoveService;
import org.teestriage.casework.triage.MoveProposal;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.Json;

@ApplicationScoped
class DemoActs {

    private final DecisionService decisionService;
    private final CaseFileService caseFileService;
    private final AmendmentService amendmentService;
    private final HubMoveService hubMoveService;
    private final DuplicateService duplicateService;
    private final ClaimService claimService;

    DemoActs(
            DecisionService decisionService,
            CaseFileService caseFileService,
            AmendmentService amendmentService,
            HubMoveService hubMoveService,
            DuplicateService duplicateService,
            ClaimService claimService) {
        this.decisionService = decisionService;
        this.caseFileService = caseFileService;
        this.amendmentService = amendmentService;
        this.hubMoveService = hubMoveService;
        this.duplicateService = duplicateService;
        this.claimService = claimService;
    }

    /**
     * Executes one action of a story.
     *
     * @param what the name of an amendment, {@code claim}, or else the decided step, with {@code /item} if it has one
     * @param body the request, as JSON
     * @param before the concern of the previous story
     */
    void act(Officer officer, Reference reference, String what, String body, @Nullable Reference before) {
        switch (what) {
            case "danger" -> amendmentService.danger(officer, reference, Json.read(body, DangerReport.class), null);
            case "information" -> amendmentService.inform(officer, reference, Json.read(body, Information.class), null);
            case "call" -> amendmentService.called(officer, reference, Json.read(body, PhoneCall.class), null);
            case "move" -> hubMoveService.proposeMove(officer, reference, Json.read(body, MoveProposal.class));
            case "duplicate-of-the-one-before" -> {
                if (before != null) {
                    duplicateService.withdraw(
                            officer, reference, new DuplicateRequest(before, Json.read(body, String.class)));
                }
            }
            case "claim" -> {
                String[] place = place(Json.read(body, String.class));
                claimService.claim(officer, reference, Step.of(place[0]).orElseThrow(), place[1]);
            }
            default -> {
                String[] place = place(what);
                decisionService.decide(
                        officer,
                        reference,
                        place[1],
                        version(officer, reference, place),
                        Json.read(body, Step.of(place[0]).orElseThrow().decision()));
            }
        }
    }

    private @Nullable String version(Officer officer, Reference reference, String[] place) {
        return caseFileService.standing(officer, reference).waiting().stream()
                .filter(step -> step.step().equals(place[0]) && step.item().equals(place[1]))
                .map(ConcernStatus.OpenStep::version)
                .findFirst()
                .orElse(null);
    }

    private static String[] place(String written) {
        String[] parts = written.split("/", 2);
        return new String[] {parts[0], parts.length == 2 ? parts[1] : ""};
    }
}
