package org.teestriage.boot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.casework.triage.AmendmentService;
import org.teestriage.casework.triage.DecisionService;
import org.teestriage.casework.triage.DuplicateRequest;
import org.teestriage.casework.triage.DuplicateService;
import org.teestriage.casework.triage.HubMoveService;
import org.teestriage.casework.triage.MoveProposal;
import org.teestriage.casework.triage.RaiseService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.platform.persistence.Json;
import org.teestriage.web.SignedIn;
import org.teestriage.workflow.process.ProcessEngineBootstrap;

/** Loads the concerns of config/demo/world.yaml through the services, each at its own time in the past, into an empty database. */
@ApplicationScoped
class DemoWorld {

    private static final Path WORLD = Path.of("config", "demo", "world.yaml");

    private final RaiseService raiseService;
    private final DecisionService decisionService;
    private final AmendmentService amendmentService;
    private final HubMoveService hubMoveService;
    private final DuplicateService duplicateService;
    private final ClaimService claimService;
    private final DeadlineRules deadlineRules;
    private final Directory directory;
    private final DemoTime time;
    private final Config config;
    private final boolean wanted;

    DemoWorld(
            RaiseService raiseService,
            DecisionService decisionService,
            AmendmentService amendmentService,
            HubMoveService hubMoveService,
            DuplicateService duplicateService,
            ClaimService claimService,
            DeadlineRules deadlineRules,
            Directory directory,
            DemoTime time,
            Config config,
            @ConfigProperty(name = "tees-triage.demo-world", defaultValue = "true") boolean wanted) {
        this.raiseService = raiseService;
        this.decisionService = decisionService;
        this.amendmentService = amendmentService;
        this.hubMoveService = hubMoveService;
        this.duplicateService = duplicateService;
        this.claimService = claimService;
        this.deadlineRules = deadlineRules;
        this.directory = directory;
        this.time = time;
        this.config = config;
        this.wanted = wanted;
    }

    void tell(@Observes @Priority(ProcessEngineBootstrap.START + 10) StartupEvent event) {
        if (!wanted || !Files.exists(WORLD) || !raiseService.isEmpty()) {
            return;
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            JsonNode world = new YAMLMapper().readTree(WORLD.toFile());
            @Nullable Reference last = null;
            for (JsonNode story : world) {
                last = tell(story, now, last);
            }
            Log.infof(
                    "A made-up world of %d concerns was told. Sign in as any demo account, password demo.",
                    world.size());
        } catch (IOException e) {
            throw new UncheckedIOException("config/demo/world.yaml cannot be read", e);
        } finally {
            time.backToNow();
        }
    }

    private Reference tell(JsonNode story, Instant now, @Nullable Reference before) {
        Instant raised = begins(story, now);
        time.tellOf(raised);
        Reference reference = raiseService
                .raise(who(story), read(story.get("facts"), now, Facts.class), null)
                .reference();
        for (JsonNode next : story.path("then")) {
            Instant then = raised.plus(Duration.parse(next.get("after").asText()));
            time.tellOf(then.isBefore(now) ? then : now);
            happen(reference, next, now, before);
        }
        return reference;
    }

    private void happen(Reference reference, JsonNode next, Instant now, @Nullable Reference before) {
        Officer officer = who(next);
        JsonNode body = next.path("body");
        String what = next.get("what").asText();
        switch (what) {
            case "danger" -> amendmentService.danger(officer, reference, read(body, now, DangerReport.class), null);
            case "information" -> amendmentService.inform(officer, reference, read(body, now, Information.class), null);
            case "call" -> amendmentService.called(officer, reference, read(body, now, PhoneCall.class), null);
            case "move" -> hubMoveService.proposeMove(officer, reference, read(body, now, MoveProposal.class));
            case "duplicate-of-the-one-before" -> {
                if (before != null) {
                    duplicateService.withdraw(officer, reference, new DuplicateRequest(before, body.asText()));
                }
            }
            case "claim" -> {
                String[] place = place(body.asText());
                claimService.claim(officer, reference, Step.of(place[0]).orElseThrow(), place[1]);
            }
            default -> {
                String[] place = place(what);
                decisionService.decide(
                        officer,
                        reference,
                        place[1],
                        read(body, now, Step.of(place[0]).orElseThrow().decision()));
            }
        }
    }

    private static String[] place(String written) {
        String[] parts = written.split("/", 2);
        return new String[] {parts[0], parts.length == 2 ? parts[1] : ""};
    }

    /** That long ago, or the last time before it that the hub was open, so that the stories are the same on a Sunday night. */
    private Instant begins(JsonNode story, Instant now) {
        BusinessClock clock = deadlineRules.hubClock(directory.receivesUnclear().hours());
        Instant moment = now.minus(Duration.parse(story.get("ago").asText()));
        while (!story.path("atNight").asBoolean() && !clock.isOpen(moment)) {
            moment = moment.minus(Duration.ofMinutes(20));
        }
        return moment;
    }

    private Officer who(JsonNode node) {
        String user = node.get("by").asText();
        String groups = config.getValue("quarkus.security.users.embedded.roles.\"" + user + "\"", String.class);
        return SignedIn.read(user, Set.of(groups.split(",", -1))).orElseThrow();
    }

    /** Moments in a story are told as "@moment": the one being told of. */
    private <T> T read(JsonNode body, Instant now, Class<T> type) {
        String written = Json.write(body)
                .replace("@moment", time.instant().toString())
                .replace("@later", now.plus(Duration.ofHours(20)).toString());
        return Json.read(written, type);
    }
}
