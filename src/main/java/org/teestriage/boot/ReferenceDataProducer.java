package org.teestriage.boot;

import io.quarkus.arc.DefaultBean;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.validation.ClockProvider;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.teestriage.access.DutyTeamRule;
import org.teestriage.access.authorization.OpeningTimes;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.CalendarExhausted;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.WorkingCalendar;
import org.teestriage.decision.wording.Wording;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Partners;
import org.teestriage.platform.document.ConfigFile;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.text.NameMatcher;

/**
 * Produces the reference data: hubs, deadlines, bank holidays, partners, wording. A file in the {@code config} folder
 * of the working directory overrides the one in the jar, so practice can change without a release.
 */
@Singleton
class ReferenceDataProducer {

    /** Before any bean computes a deadline and before the HTTP port opens. */
    private static final int FIRST = 1;

    /** Injects all reference data at startup, so that invalid files stop the start instead of the first request. */
    void require(
            @Observes @Priority(FIRST) StartupEvent event,
            Directory directory,
            Partners partners,
            DeadlineRules deadlineRules,
            OpeningTimes openingTimes,
            Wording wording) {
        // Records compare names without injection, so the matcher reads its own file.
        Log.debugf("Names of edition %s", NameMatcher.edition());
    }

    @Produces
    @Singleton
    Directory directory() {
        return Directory.read(ConfigFile.open("hubs.yaml"));
    }

    @Produces
    @Singleton
    Partners partners(
            @ConfigProperty(name = "tees-triage.partners-file") String partners,
            @ConfigProperty(name = "tees-triage.platforms-file") String platforms) {
        return Partners.read(ConfigFile.open(partners), ConfigFile.open(platforms));
    }

    @Produces
    @Singleton
    DeadlineRules deadlineRules() {
        return DeadlineRules.read(
                ConfigFile.open("clocks.yaml"), WorkingCalendar.read(ConfigFile.open("bank-holidays.json")));
    }

    /** A day after the known calendar has no hours: the readiness check reports that, and reading has to go on. */
    @Produces
    @Singleton
    OpeningTimes openingTimes(Directory directory, DeadlineRules deadlineRules) {
        DutyTeamRule.versions().forEach(version -> version.hubs().forEach(directory::hub));
        return (hub, at) -> {
            try {
                BusinessClock clock = deadlineRules.hubClock(directory.hub(hub).hours());
                return Optional.of(clock.nextOpening(at)).filter(opens -> opens.isAfter(at));
            } catch (CalendarExhausted unknown) {
                return Optional.empty();
            }
        };
    }

    @Produces
    @Singleton
    @Named
    Wording wording() {
        return Wording.read(ConfigFile.open("wording.yaml"));
    }

    @Produces
    @Singleton
    @DefaultBean
    InstantSource time() {
        return InstantSource.system();
    }

    /** Validation and services use the same time source. */
    @Produces
    @Singleton
    ClockProvider clockProvider(InstantSource time) {
        return () -> time.withZone(LondonTime.ZONE);
    }
}
