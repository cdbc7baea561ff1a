package org.teestriage.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where Java comes in. It says nothing itself, so that whoever writes the log is known before the first word. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        if (args.length > 0) {
            // A command must not open the doors, fire the timers or carry the letters of a service that runs beside it.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.management.host-enabled", "false");
            System.setProperty("tees-triage.engine.timers-enabled", "false");
            System.setProperty("tees-triage.monitoring.running", "false");
            // Somebody reads along.
            System.setProperty("quarkus.log.console.json.enabled", "false");
            System.setProperty("tees-triage.checkpoints.running", "false");
            System.setProperty("tees-triage.delivery.running", "false");
            System.setProperty("tees-triage.demo-world", "false");
            // Nothing is under way when it ends, but Vert.x, which complains when it is given no time to close.
            System.setProperty("quarkus.shutdown.delay", "0S");
            System.setProperty("quarkus.shutdown.timeout", "1S");
            // Nobody signs in to a command, so Keycloak need not be known to it.
            System.setProperty("quarkus.oidc.auth-server-url", "http://localhost/realms/none");
            System.setProperty("quarkus.oidc.tenant-enabled", "false");
            System.setProperty("quarkus.oidc.api.tenant-enabled", "false");
        }
        if (args.length == 1 && args[0].equals(CommandLine.MIGRATE)) {
            System.setProperty("tees-triage.migrations.at-start", "true");
            // It would deploy the new model, which only the new nodes know how to go on with.
            System.setProperty("tees-triage.engine.enabled", "false");
        }
        Quarkus.run(CommandLine.class, args);
    }
}
