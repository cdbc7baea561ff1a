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
 * Refuses to start in production unless the JDBC URL requires TLS with verification of the host name; no connection is
 * opened before this check. Also appends default options for the MySQL driver that the URL does not set.
 */
public class JdbcUrlInterceptor implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    private static final Set<String> ADDRESSES =
            Set.of("quarkus.datasource.jdbc.url", "tees-triage.migrations.jdbc-url", "quarkus.flyway.jdbc-url");
    private static final List<String> TOLD = List.of(
            // The driver would otherwise register the global OpenTelemetry instance, and startup would fail.
            "openTelemetry=DISABLED",
            // Caches prepared statements, session state and server configuration, which saves round trips.
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

    /** Describes what is wrong with a JDBC URL and the remedy. Omits the URL itself, which may contain a secret. */
    static Optional<String> fault(String name, String address) {
        if (!address.startsWith("jdbc:mysql") || isHere(address) || isProven(address)) {
            return Optional.empty();
        }
        return Optional.of(("The database connection must use TLS and verify the certificate: add"
                        + " sslMode=VERIFY_IDENTITY to %s, and no other sslMode. If no authority trusted by Java signed"
                        + " the certificate, add trustCertificateKeyStoreUrl=file:... with that authority. Only a"
                        + " database on localhost needs no TLS.")
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
