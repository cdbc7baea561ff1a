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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.triage.RaiseService;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.directory.Directory;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.web.SignedIn;
import org.teestriage.workflow.process.ProcessEngineBootstrap;

/** Loads the concerns of config/demo/world.yaml into an empty database, through the services and dated in the past. */
@ApplicationScoped
class DemoWorld {

    private static final Path WORLD = Path.of("config", "demo", "world.yaml");

    private final RaiseService raiseService;
    private final DemoActs demoActs;
    private final DeadlineRules deadlineRules;
    private final Directory directory;
    private final DemoTime time;
    private final Config config;
    private final boolean wanted;

    DemoWorld(
            RaiseService raiseService,
            DemoActs demoActs,
            DeadlineRules deadlineRules,
            Directory directory,
            DemoTime time,
            Config config,
            @ConfigProperty(name = "tees-triage.demo-world", defaultValue = "true") boolean wanted) {
        this.raiseService = raiseService;
        this.demoActs = demoActs;
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
            Log.infof("Loaded %d demo concerns. Sign in with any demo account, password demo.", world.size());
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
                .raise(who(story), Json.read(written(story.get("facts"), now), Facts.class), null)
                .reference();
        for (JsonNode next : story.path("then")) {
            Instant then = raised.plus(Duration.parse(next.get("after").asText()));
            time.tellOf(then.isBefore(now) ? then : now);
            demoActs.act(who(next), reference, next.get("what").asText(), written(next.path("body"), now), before);
        }
        return reference;
    }

    /**
     * The start of a story: {@code ago} before now or, unless it starts at night, the latest earlier time when the hub
     * was open. The stories therefore do not depend on the time of the start.
     */
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

    /** Replaces {@code @moment} by the time of the current action, {@code @day} by its day, and {@code @later} by 20 hours from now. */
    private String written(JsonNode body, Instant now) {
        return Json.write(body)
                .replace("@moment", time.instant().toString())
                .replace(
                        "@day",
                        LocalDate.ofInstant(time.instant(), LondonTime.ZONE).toString())
                .replace("@later", now.plus(Duration.ofHours(20)).toString());
    }
}
