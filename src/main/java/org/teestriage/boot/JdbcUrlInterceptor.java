package org.teestriage.boot;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In production the database is reached over TLS and asked who it is, or nothing starts: not one word goes before that. What
 * the driver of MySQL is told besides is said here too, where the address itself does not say otherwise.
 */
public class JdbcUrlInterceptor implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    private static final Set<String> ADDRESSES =
            Set.of("quarkus.datasource.jdbc.url", "tees-triage.migrations.jdbc-url", "quarkus.flyway.jdbc-url");
    private static final List<String> TOLD = List.of(
            // Of its own accord it would make the global OpenTelemetry its own, and the service could not start.
            "openTelemetry=DISABLED",
            // It neither reads a statement again that it has read before, nor asks the server what it could know.
            "cachePrepStmts=true",
            "prepStmtCacheSize=500",
            "prepStmtCacheSqlLimit=8192",
            "useLocalSessionState=true",
            "cacheServerConfiguration=true");
    private static final Pattern SERVERS = Pattern.compile("jdbc:mysql(?:[:+a-z]*)://([^/]*)/.*");
    private static final Pattern HERE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    private static final Pattern MODE = Pattern.compile("[?&]sslMode=([^&]*)", Pattern.CASE_INSENSITIVE);

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue found = context.proceed(name);
        if (!ADDRESSES.contains(name) || found == null || found.getValue() == null) {
            return found;
        }
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            fault(name, found.getValue()).ifPresent(sentence -> {
                throw new IllegalStateException(sentence);
            });
        }
        return found.withValue(told(found.getValue()));
    }

    static String told(String address) {
        return address.startsWith("jdbc:mysql")
                ? TOLD.stream()
                        .filter(option -> !address.contains(option.substring(0, option.indexOf('=') + 1)))
                        .reduce(address, (longer, option) -> longer + (longer.contains("?") ? "&" : "?") + option)
                : address;
    }

    /** What is wrong with the address of a database, and what to do; without the address, which may hold a secret. */
    static Optional<String> fault(String name, String address) {
        if (!address.startsWith("jdbc:mysql") || isHere(address) || isProven(address)) {
            return Optional.empty();
        }
        return Optional.of(("The database must be reached over TLS, and its certificate be checked: add"
                        + " sslMode=VERIFY_IDENTITY to %s, and no other sslMode. Where no authority that Java knows signed"
                        + " the certificate, add trustCertificateKeyStoreUrl=file:... with that authority. Only a database on"
                        + " this very machine may be reached without.")
                .formatted(name));
    }

    private static boolean isHere(String address) {
        Matcher servers = SERVERS.matcher(address);
        return servers.matches() && HERE.matcher(servers.group(1)).matches();
    }

    private static boolean isProven(String address) {
        return !address.contains("useSSL=")
                && MODE.matcher(address).results().count() == 1
                && MODE.matcher(address).results().allMatch(mode -> mode.group(1)
                        .equals("VERIFY_IDENTITY"));
    }
}
