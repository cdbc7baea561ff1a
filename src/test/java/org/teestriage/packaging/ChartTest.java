package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises of the chart, checked with every example of values. Each promise has a change of the chart that breaks it,
 * which the test must detect.
 */
class ChartTest {

    private static final Path CHART = Path.of("helm/tees-triage");
    private static final List<String> EXAMPLES = List.of("one-hub", "all-tees");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String HOOK = "rendered/as-if-no-hook";

    @TempDir
    Path temporary;

    /** Replaces text in one file of the chart. */
    private record Change(String file, String from, String to) {

        static Change of(String template, String from, String to) {
            return new Change("templates/" + template, from, to);
        }

        void apply(Path chart) throws IOException {
            Path changed = chart.resolve(file);
            String text = Files.readString(changed);
            assertThat(text).as("the text to replace").contains(from);
            Files.writeString(changed, text.replace(from, to));
        }
    }

    /** The objects rendered from values. */
    private record Rendered(List<JsonNode> objects) {

        List<JsonNode> all(String kind) {
            return objects.stream()
                    .filter(each -> each.get("kind").asText().equals(kind))
                    .toList();
        }

        JsonNode only(String kind) {
            assertThat(all(kind)).as(kind).hasSize(1);
            return all(kind).get(0);
        }

        JsonNode deployment() {
            return only("Deployment");
        }

        JsonNode pod() {
            return deployment().at("/spec/template/spec");
        }

        JsonNode container() {
            return pod().at("/containers/0");
        }

        JsonNode job() {
            return only("Job").at("/spec/template/spec");
        }

        List<JsonNode> pods() {
            return List.of(pod(), job());
        }

        JsonNode policy(String of) {
            return all("NetworkPolicy").stream()
                    .filter(each -> each.at("/metadata/name").asText().equals("triage-" + of))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Path copied(Path chart) throws IOException {
        Path copy = Files.createTempDirectory(temporary, "chart").resolve("tees-triage");
        try (Stream<Path> files = Files.walk(chart)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(chart.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.write(to, Files.readAllBytes(file));
            }
        }
        return copy;
    }

    private Path copy(String example) throws IOException {
        Path copy = copied(CHART);
        // Lint takes no external values, so they are merged into the values of the chart.
        Path values = copy.resolve("values.yaml");
        Files.writeString(values, YAML.writeValueAsString(merged(read(values), read(example(example)))));
        return copy;
    }

    private static JsonNode merged(JsonNode base, JsonNode over) {
        if (!(base instanceof ObjectNode) || !over.isObject()) {
            return over;
        }
        ObjectNode merged = base.deepCopy();
        over.properties()
                .forEach(field -> merged.set(
                        field.getKey(),
                        base.has(field.getKey())
                                ? merged(base.get(field.getKey()), field.getValue())
                                : field.getValue()));
        return merged;
    }

    private static Path example(String name) {
        return CHART.resolve("examples").resolve(name + ".yaml");
    }

    /** Renders the chart with its hooks as ordinary objects, because this way of rendering omits hooks. */
    private Rendered rendered(Path chart, String example) {
        Path withoutHooks;
        try {
            withoutHooks = copied(chart);
            Change.of("migration.yaml", "helm.sh/hook", HOOK).apply(withoutHooks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = new Helm(withoutHooks)
                .template()
                .withName("triage")
                .withNamespace("triage")
                .withKubeVersion("1.32.0")
                .withValuesFile(example(example))
                .call();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text)) {
            return new Rendered(documents.readAll().stream()
                    .filter(each -> each.hasNonNull("kind"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The promises

    private static Arguments promise(String description, Change breaks, Consumer<Rendered> promise) {
        return Arguments.of(description, breaks, promise);
    }

    static Stream<Arguments> promises() {
        return Stream.of(
                promise(
                        "at least two nodes, replaced without downtime",
                        Change.of("deployment.yaml", "maxUnavailable: 0", "maxUnavailable: 1"),
                        chart -> {
                            JsonNode spec = chart.deployment().get("spec");
                            assertThat(spec.at("/strategy/type").asText()).isEqualTo("RollingUpdate");
                            assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable")
                                            .asInt(-1))
                                    .isZero();
                            int least = spec.has("replicas")
                                    ? spec.get("replicas").asInt()
                                    : chart.only("HorizontalPodAutoscaler")
                                            .at("/spec/minReplicas")
                                            .asInt();
                            assertThat(least).isGreaterThanOrEqualTo(2);
                        }),
                promise(
                        "requests under way can finish after SIGTERM",
                        Change.of("deployment.yaml", ".Values.shutdown.drainsSeconds 15", "0 0"),
                        chart -> {
                            int sleeps = chart.container()
                                    .at("/lifecycle/preStop/sleep/seconds")
                                    .asInt();
                            int drains = Integer.parseInt(env(chart.container(), "QUARKUS_SHUTDOWN_TIMEOUT")
                                    .get("value")
                                    .asText()
                                    .replace("S", ""));
                            assertThat(sleeps).isGreaterThanOrEqualTo(5);
                            assertThat(drains).isGreaterThanOrEqualTo(20);
                            assertThat(chart.pod()
                                            .get("terminationGracePeriodSeconds")
                                            .asInt())
                                    .isGreaterThan(sleeps + drains);
                        }),
                promise(
                        "each probe has its own health group",
                        Change.of("deployment.yaml", "/q/health/live,", "/q/health/ready,"),
                        chart -> {
                            assertThat(probe(chart, "startup")).isEqualTo("/q/health/started http");
                            assertThat(probe(chart, "liveness")).isEqualTo("/q/health/live http");
                            assertThat(probe(chart, "readiness")).isEqualTo("/q/health/ready http");
                        }),
                promise(
                        "unprivileged user and default seccomp profile",
                        Change.of("_helpers.tpl", "runAsNonRoot: true", "runAsNonRoot: false"),
                        chart -> assertThat(chart.pods()).allSatisfy(pod -> {
                            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                                    .isTrue();
                            assertThat(pod.at("/securityContext/runAsUser").asInt())
                                    .isGreaterThan(1_000);
                            assertThat(pod.at("/securityContext/seccompProfile/type")
                                            .asText())
                                    .isEqualTo("RuntimeDefault");
                        })),
                promise(
                        "no capabilities",
                        Change.of("_helpers.tpl", "drop: [ALL]", "add: [NET_ADMIN]"),
                        chart -> assertThat(chart.pods()).allSatisfy(pod -> {
                            JsonNode security = pod.at("/containers/0/securityContext");
                            assertThat(security.get("allowPrivilegeEscalation").asBoolean(true))
                                    .isFalse();
                            assertThat(security.at("/capabilities/drop/0").asText())
                                    .isEqualTo("ALL");
                            assertThat(security.at("/capabilities/add").isMissingNode())
                                    .isTrue();
                        })),
                promise(
                        "read-only root file system",
                        Change.of("_helpers.tpl", "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"),
                        chart -> assertThat(chart.pods()).allSatisfy(pod -> {
                            assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem")
                                            .asBoolean())
                                    .isTrue();
                            assertThat(each(pod.at("/containers/0/volumeMounts"))
                                            .filter(mount ->
                                                    !mount.path("readOnly").asBoolean())
                                            .map(mount -> mount.get("mountPath").asText()))
                                    .isSubsetOf("/tmp", "/proofs")
                                    .contains("/tmp");
                        })),
                promise(
                        "no service account token",
                        Change.of(
                                "migration.yaml",
                                "automountServiceAccountToken: false",
                                "automountServiceAccountToken: true"),
                        chart -> {
                            assertThat(chart.pods()).allMatch(pod -> !pod.get("automountServiceAccountToken")
                                    .asBoolean(true));
                            assertThat(chart.only("ServiceAccount")
                                            .get("automountServiceAccountToken")
                                            .asBoolean(true))
                                    .isFalse();
                        }),
                promise(
                        "resource requests and a memory limit",
                        new Change("templates/migration.yaml", "{{- toYaml .Values.resources | nindent 12 }}", "{}"),
                        chart -> assertThat(chart.pods()).allSatisfy(pod -> {
                            JsonNode resources = pod.at("/containers/0/resources");
                            assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
                            assertThat(resources.at("/requests/memory").asText())
                                    .isNotEmpty();
                            assertThat(resources.at("/limits/memory").asText()).isNotEmpty();
                        })),
                promise(
                        "no two nodes on one machine, and spread over zones",
                        Change.of("deployment.yaml", "kubernetes.io/hostname", "kubernetes.io/os"),
                        chart -> {
                            JsonNode apart = chart.pod()
                                    .at("/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0");
                            assertThat(apart.get("topologyKey").asText()).isEqualTo("kubernetes.io/hostname");
                            assertThat(apart.at("/labelSelector/matchLabels"))
                                    .isEqualTo(chart.deployment().at("/spec/selector/matchLabels"));
                            assertThat(chart.pod()
                                            .at("/topologySpreadConstraints/0/topologyKey")
                                            .asText())
                                    .isEqualTo("topology.kubernetes.io/zone");
                        }),
                promise(
                        "at most one voluntary disruption at a time",
                        Change.of("scaling.yaml", "maxUnavailable: 1", "maxUnavailable: 2"),
                        chart -> {
                            JsonNode budget = chart.only("PodDisruptionBudget").get("spec");
                            assertThat(budget.get("maxUnavailable").asInt()).isEqualTo(1);
                            assertThat(budget.at("/selector"))
                                    .isEqualTo(chart.deployment().at("/spec/selector"));
                        }),
                promise(
                        "autoscaling within limits",
                        Change.of("scaling.yaml", "minReplicas: {{ .Values.replicas }}", "minReplicas: 1"),
                        chart -> assertThat(chart.all("HorizontalPodAutoscaler"))
                                .allSatisfy(scaler -> {
                                    assertThat(scaler.at("/spec/minReplicas").asInt())
                                            .isGreaterThanOrEqualTo(2);
                                    assertThat(scaler.at("/spec/maxReplicas").asInt())
                                            .isBetween(
                                                    scaler.at("/spec/minReplicas")
                                                            .asInt(),
                                                    20);
                                    assertThat(scaler.at("/spec/scaleTargetRef/name"))
                                            .isEqualTo(chart.deployment().at("/metadata/name"));
                                })),
                promise(
                        "ingress only by TLS and not to metrics",
                        Change.of("ingress.yaml", "                  name: http", "                  name: management"),
                        chart -> {
                            JsonNode spec = chart.only("Ingress").get("spec");
                            assertThat(spec.at("/tls/0/secretName").asText()).isEqualTo("triage-tls");
                            assertThat(spec.at("/tls/0/hosts/0")).isEqualTo(spec.at("/rules/0/host"));
                            JsonNode backend = spec.at("/rules/0/http/paths/0/backend/service");
                            JsonNode service = chart.all("Service").stream()
                                    .filter(each -> each.at("/metadata/name").equals(backend.get("name")))
                                    .findFirst()
                                    .orElseThrow();
                            assertThat(each(service.at("/spec/ports"))
                                            .map(port -> port.get("targetPort").asText()))
                                    .containsExactly("http");
                            assertThat(backend.at("/port/name").asText()).isEqualTo("http");
                        }),
                promise(
                        "network policies allow only named connections",
                        Change.of(
                                "network.yaml",
                                "  egress:\n    {{- include \"tees-triage.dns\"",
                                "  egress:\n    - {}\n    {{- include \"tees-triage.dns\""),
                        chart -> {
                            JsonNode nothing = chart.policy("nothing").get("spec");
                            assertThat(nothing.has("ingress") || nothing.has("egress"))
                                    .isFalse();
                            assertThat(each(nothing.get("policyTypes")).map(JsonNode::asText))
                                    .containsExactly("Ingress", "Egress");
                            assertThat(destinations(chart.policy("migration")))
                                    .allMatch(way -> way.startsWith("192.0.2.1") || way.equals("kube-dns:53"))
                                    .anyMatch(way -> way.endsWith(":3306"));
                            assertThat(destinations(chart.policy("service")))
                                    .contains("kube-dns:53", "192.0.2.10/32:3306", "192.0.2.20/32:443")
                                    .noneMatch(way -> way.startsWith("0.0.0.0") || way.startsWith("anywhere"));
                            assertThat(chart.policy("migration")
                                            .at("/spec/ingress")
                                            .isMissingNode())
                                    .isTrue();
                        }),
                promise(
                        "only the ingress reaches the service port and only Prometheus the management port",
                        Change.of(
                                "network.yaml",
                                "{{- toYaml .Values.network.metricsFrom | nindent 14 }}",
                                "{{- toYaml .Values.network.ingressFrom | nindent 14 }}"),
                        chart -> assertThat(each(chart.policy("service").at("/spec/ingress"))
                                        .map(way -> way.at(
                                                                "/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                                                        .asText()
                                                        .replaceFirst("-nginx", "")
                                                + " "
                                                + way.at("/ports/0/port").asText()))
                                .satisfies(found -> assertThat(found.get(0)).isEqualTo("ingress http"))
                                .satisfies(found -> assertThat(found.get(1))
                                        .isIn("prometheus management", "monitoring management"))),
                promise(
                        "secrets are references and not values",
                        Change.of(
                                "deployment.yaml",
                                "- name: JAVA_TOOL_OPTIONS",
                                "- name: QUARKUS_OIDC_TLS_KEY_STORE_PASSWORD"),
                        chart -> {
                            for (JsonNode pod : chart.pods()) {
                                List<JsonNode> secrets = each(pod.at("/containers/0/env"))
                                        .filter(env -> env.get("name")
                                                .asText()
                                                .matches(".*(PASSWORD|SECRET|USERNAME|_USER|KEY)$"))
                                        .toList();
                                assertThat(secrets)
                                        .isNotEmpty()
                                        .allMatch(env -> env.at("/valueFrom/secretKeyRef/name")
                                                        .isTextual()
                                                && !env.has("value"));
                            }
                            assertThat(chart.all("Secret")).isEmpty();
                        }),
                promise(
                        "each secret of the service has a key of its own",
                        Change.of("deployment.yaml", "\"key\" .draftsKey", "\"key\" .formsKey"),
                        chart -> assertThat(Stream.of(
                                                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                                                "TEES_TRIAGE_COOKIES_KEY",
                                                "TEES_TRIAGE_FORMS_TOKEN_KEY",
                                                "TEES_TRIAGE_DRAFTS_KEY")
                                        .map(name ->
                                                env(chart.container(), name).at("/valueFrom/secretKeyRef")))
                                .doesNotHaveDuplicates()),
                promise(
                        "absolute addresses are those of the ingress",
                        Change.of("deployment.yaml", "https://%s", "http://%s"),
                        chart -> {
                            assertThat(env(chart.container(), "TEES_TRIAGE_HTTP_PUBLIC_ADDRESS")
                                            .get("value")
                                            .asText())
                                    .isEqualTo("https://"
                                            + chart.only("Ingress")
                                                    .at("/spec/rules/0/host")
                                                    .asText());
                        }),
                promise(
                        "only the migration job has the migration account",
                        Change.of(
                                "deployment.yaml",
                                "{{- with .Values.database.app }}",
                                "{{- with .Values.database.migration }}"),
                        chart -> {
                            assertThat(secrets(chart.pod()))
                                    .contains("triage-database-app")
                                    .doesNotContain("triage-database-migration");
                            assertThat(secrets(chart.job())).containsExactly("triage-database-migration");
                            assertThat(env(chart.container(), "TEES_TRIAGE_MIGRATIONS_AT_START")
                                            .get("value")
                                            .asText())
                                    .isEqualTo("false");
                            JsonNode job = chart.only("Job");
                            assertThat(job.at("/metadata/annotations/" + HOOK.replace("/", "~1"))
                                            .asText())
                                    .isEqualTo("pre-install,pre-upgrade");
                            assertThat(chart.job().at("/containers/0/args/0").asText())
                                    .isEqualTo("migrate");
                            assertThat(chart.job().at("/containers/0/image"))
                                    .isEqualTo(chart.container().get("image"));
                        }),
                promise(
                        "the image is pinned by its digest",
                        Change.of("_helpers.tpl", "@{{ .Values.image.digest }}", ":latest"),
                        chart -> assertThat(chart.container().get("image").asText())
                                .matches(".+@sha256:[0-9a-f]{64}")),
                promise(
                        "checkpoints survive an uninstall",
                        Change.of("config.yaml", "helm.sh/resource-policy: keep", "helm.sh/resource-policy: delete"),
                        chart -> {
                            assertThat(env(chart.container(), "TEES_TRIAGE_CHECKPOINTS_FOLDER")
                                            .get("value")
                                            .asText())
                                    .isEqualTo("/proofs");
                            assertThat(secrets(chart.pod())).contains("triage-checkpoints");
                            assertThat(each(chart.pod().get("volumes"))
                                            .filter(volume ->
                                                    volume.get("name").asText().equals("proofs")))
                                    .hasSize(1);
                            assertThat(chart.all("PersistentVolumeClaim"))
                                    .allMatch(claim -> claim.at("/metadata/annotations/helm.sh~1resource-policy")
                                            .asText()
                                            .equals("keep"));
                        }));
    }

    private static JsonNode env(JsonNode container, String name) {
        return each(container.get("env"))
                .filter(env -> env.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String probe(Rendered chart, String kind) {
        JsonNode httpGet = chart.container().at("/" + kind + "Probe/httpGet");
        return httpGet.path("path").asText() + " " + httpGet.path("port").asText();
    }

    private static Set<String> secrets(JsonNode pod) {
        Set<String> names = new TreeSet<>();
        each(pod.at("/containers/0/env"))
                .map(env -> env.at("/valueFrom/secretKeyRef/name"))
                .filter(JsonNode::isTextual)
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The destinations of an egress policy as address and port. */
    private static List<String> destinations(JsonNode policy) {
        List<String> found = new ArrayList<>();
        each(policy.at("/spec/egress")).forEach(way -> {
            String port = way.at("/ports/0/port").asText();
            if (way.path("to").isEmpty()) {
                found.add("anywhere");
            }
            each(way.path("to"))
                    .forEach(to -> found.add((to.has("ipBlock")
                                    ? to.at("/ipBlock/cidr").asText()
                                    : to.at("/podSelector/matchLabels/k8s-app").asText())
                            + ":"
                            + port));
        });
        return found;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("promises")
    void everyExampleKeepsThePromise(String description, Change breaks, Consumer<Rendered> promise) {
        EXAMPLES.forEach(example -> promise.accept(rendered(CHART, example)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("promises")
    void aChartThatBreaksThePromiseIsDetected(String description, Change breaks, Consumer<Rendered> promise)
            throws IOException {
        Path broken = copy("all-tees");
        breaks.apply(broken);
        assertThatThrownBy(() -> EXAMPLES.forEach(example -> promise.accept(rendered(broken, example))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyExamplePassesStrictLint() throws IOException {
        for (String example : EXAMPLES) {
            LintResult result = new Helm(copy(example)).lint().strict().call();
            assertThat(result.isFailed())
                    .as("%s: %s", example, result.getMessages())
                    .isFalse();
        }
        Path broken = copy("one-hub");
        Change.of("service.yaml", "kind: ServiceAccount", "kind: {{ .Values.nothing.such }}")
                .apply(broken);
        assertThat(new Helm(broken).lint().strict().call().getMessages()).anyMatch(each -> each.contains("[ERROR]"));
    }

    @Test
    void monitoringObjectsAreRenderedOnlyWhereEnabled() {
        Rendered all = rendered(CHART, "all-tees");
        assertThat(all.only("PrometheusRule").at("/spec/groups/0/rules"))
                .isEqualTo(read(CHART.resolve("files/alerts.yaml")).at("/groups/0/rules"));
        JsonNode monitor = all.only("ServiceMonitor").get("spec");
        assertThat(monitor.at("/endpoints/0/path").asText()).isEqualTo("/q/metrics");
        assertThat(monitor.at("/endpoints/0/port").asText()).isEqualTo("management");
        JsonNode dashboard = all.all("ConfigMap").stream()
                .filter(each -> each.at("/data").has("tees-triage.json"))
                .findFirst()
                .orElseThrow();
        assertThatCode(() -> assertThat(new ObjectMapper()
                                .readTree(dashboard.at("/data/tees-triage.json").asText()))
                        .isEqualTo(read(CHART.resolve("files/dashboard.json"))))
                .doesNotThrowAnyException();

        Rendered one = rendered(CHART, "one-hub");
        for (String kind : List.of("PrometheusRule", "ServiceMonitor", "ConfigMap", "HorizontalPodAutoscaler")) {
            assertThat(one.all(kind)).as(kind).isEmpty();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> refused() {
        String url = "jdbc:mysql://db.example/t?nullDatabaseMeansCurrent=true&connectionTimeZone=UTC"
                + "&forceConnectionTimeZoneToSession=true";
        return Stream.of(
                Arguments.of("one node", "replicas", 1),
                Arguments.of("a password in a setting", "settings.QUARKUS_DATASOURCE_PASSWORD", "x"),
                Arguments.of("a key in a setting", "settings.TEES_TRIAGE_FORMS_TOKEN_KEY", "x"),
                Arguments.of("a secret of the service instead of its name", "secrets.formsTokenKey", "x"),
                Arguments.of("no secrets of the service", "secrets.name", ""),
                Arguments.of("a database without TLS", "database.jdbcUrl", url),
                Arguments.of(
                        "an account in the address", "database.jdbcUrl", url + "&sslMode=VERIFY_IDENTITY&password=x"),
                Arguments.of("Keycloak without TLS", "keycloak.url", "http://login.example/realms/tees-triage"),
                Arguments.of("an image without a digest", "image.digest", "latest"),
                Arguments.of("an unknown value", "replicaz", 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void theSchemaRefusesInvalidValues(String description, String name, Object value) {
        assertThatThrownBy(() -> new Helm(CHART)
                        .template()
                        .withKubeVersion("1.32.0")
                        .withValuesFile(example("one-hub"))
                        .set(name, value instanceof String text ? text.replace(",", "\\,") : value)
                        .call())
                .hasMessageContaining("schema");
    }

    @Test
    void theSchemaRefusesMissingValues() {
        assertThatThrownBy(() ->
                        new Helm(CHART).template().withKubeVersion("1.32.0").call())
                .hasMessageContaining("schema");
    }
}
