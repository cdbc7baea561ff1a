package org.teestriage.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Entry point. Sets the log manager before any class can log. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        if (args.length > 0) {
            // A command may run beside the service: it opens no port, fires no timers and delivers no letters.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.management.host-enabled", "false");
            System.setProperty("tees-triage.engine.timers-enabled", "false");
            System.setProperty("tees-triage.monitoring.running", "false");
            // A person reads the output of a command, so it is plain text.
            System.setProperty("quarkus.log.console.json.enabled", "false");
            System.setProperty("tees-triage.checkpoints.running", "false");
            System.setProperty("tees-triage.delivery.running", "false");
            System.setProperty("tees-triage.expiry.running", "false");
            System.setProperty("tees-triage.demo-world", "false");
            // No requests are in progress at exit. Vert.x still needs time to close, or it logs errors.
            System.setProperty("quarkus.shutdown.delay", "0S");
            System.setProperty("quarkus.shutdown.timeout", "1S");
            // No user signs in to a command, so it needs no Keycloak.
            System.setProperty("quarkus.oidc.auth-server-url", "http://localhost/realms/none");
            System.setProperty("quarkus.oidc.tenant-enabled", "false");
            System.setProperty("quarkus.oidc.api.tenant-enabled", "false");
        }
        if (args.length == 1 && args[0].equals(CommandLine.MIGRATE)) {
            System.setProperty("tees-triage.migrations.at-start", "true");
            // The engine would deploy the new process model, which only nodes of the new release can execute.
            System.setProperty("tees-triage.engine.enabled", "false");
        }
        Quarkus.run(CommandLine.class, args);
    }
}
