package org.teestriage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.facts.Facts;
import org.teestriage.delivery.ReceiptNotice;
import org.teestriage.platform.persistence.Json;

/** Compares the documentation with the code, the settings and the files of the project. */
class DocsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/teestriage");
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern SOURCE_FILE = Pattern.compile("[\\w/]+\\.java");
    private static final Pattern CODE_NAME = Pattern.compile("@?([A-Z][a-z0-9]+([A-Z][a-z0-9]*)+)(\\.\\w+)?(\\(\\))?");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| \\d+ \\| `(\\w+)` \\|");
    private static final Pattern SETTING = Pattern.compile("tees-triage(\\.[a-z-]+)+(\\.\\*)?");
    private static final Pattern NEXT_SETTING = Pattern.compile("(\\.[a-z-]+)+");
    private static final Pattern VARIABLE = Pattern.compile("([A-Z]+_[A-Z_]+[A-Z])(=\\S*)?");
    private static final Pattern NEXT_VARIABLE = Pattern.compile("_[A-Z_]+");
    private static final Pattern OPERATION = Pattern.compile("(GET|POST) (/api/\\S*)");
    private static final Pattern PAGE = Pattern.compile("/[a-z][a-z{}/-]*");
    private static final Pattern PROFILE = Pattern.compile("<profile>\\s*(?:<!--.*?-->\\s*)*<id>(\\w+)</id>");
    private static final Pattern FILE = Pattern.compile("(?:src|config|helm|bpmn|docs|\\.ci)/[\\w./-]*");

    /** The text between the annotation and the method: its parameters, and other annotations. */
    private static final String BETWEEN = "(\\([^)]*\\))?\\s*(@\\w+(\\([^)]*\\))?\\s*)*";

    /** Programs that examples may call. */
    private static final Set<String> PROGRAMS = Set.of("curl", "java", "mvn", "openssl", "helm", "api", "api()", "}");

    private static final Set<String> GOALS =
            Set.of("test", "package", "verify", "clean", "quarkus:dev", "spotless:apply");

    /** Variables of the Keycloak import of the realm. */
    private static final Set<String> REALM_VARIABLES = Set.of("TEES_TRIAGE_URL", "TEES_TRIAGE_CLIENT_SECRET");

    /** Names that look like paths of pages. */
    private static final Set<String> NO_PAGES = Set.of("/hubs", "/agencies", "/openapi", "/checkpoint-key.pem");

    private static final KnownSettings SETTINGS = new KnownSettings();

    static Stream<Document> documents() {
        return Document.all();
    }

    /** Documents about the current state; the change log also names removed things. */
    static Stream<Document> present() {
        return Document.all().filter(document -> !document.path().endsWith("CHANGELOG.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/threat-model.md", "docs/data-protection.md"})
    void everyNamedTestExists(Path document) throws IOException {
        List<MatchResult> named =
                NAMED_TEST.matcher(Files.readString(document)).results().toList();
        assertThat(named).hasSizeGreaterThan(3).allSatisfy(each -> assertThat(sources(each.group(1)))
                .as(each.group())
                .singleElement()
                .satisfies(source -> assertThat(Files.readString(source))
                        .containsPattern("@(Parameterized)?Test\\b" + BETWEEN + "void " + each.group(2) + "\\(")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAnExistingFileAndHeading(Document document) {
        assertThat(document.links())
                .filteredOn(link -> !link.startsWith("https://"))
                .allSatisfy(link -> {
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty()
                            ? document.path()
                            : document.path().resolveSibling(parts[0]).normalize();
                    assertThat(target).exists();
                    if (parts.length == 2) {
                        assertThat(Document.of(target.toString()).anchors()).contains(parts[1]);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandIsKnown(Document document) throws IOException {
        List<String> commands = commands(document);
        Set<String> profiles = new TreeSet<>();
        PROFILE.matcher(Files.readString(Path.of("pom.xml"))).results().forEach(each -> profiles.add(each.group(1)));
        String commandLine = commandLine();
        assertThat(commands).allSatisfy(command -> {
            List<String> words = List.of(command.strip().split("\\s+", -1));
            assertThat(PROGRAMS).contains(words.get(0));
            if (words.get(0).equals("mvn")) {
                assertThat(words.subList(1, words.size())).allSatisfy(word -> {
                    if (word.startsWith("-P")) {
                        assertThat(profiles).contains(word.substring(2));
                    } else if (word.startsWith("-Dtest=")) {
                        assertThat(sources(word.substring("-Dtest=".length()))).hasSize(1);
                    } else if (!word.startsWith("-D")) {
                        assertThat(GOALS).contains(word);
                    }
                });
            }
            int jar = words.indexOf("tees-triage.jar");
            if (jar >= 0 && jar + 1 < words.size()) {
                assertThat(commandLine).contains("\"" + words.get(jar + 1) + "\"");
            }
            assertThat(FILE.matcher(command).results().map(MatchResult::group))
                    .allSatisfy(file -> assertThat(Path.of(file)).exists());
        });
    }

    /** The sources that read the arguments of the jar. */
    private static String commandLine() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES.resolve("boot"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*Command(Line)?\\.java"))
                    .toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }

    /** Joins continued lines; omits comments, variables before a command, and quoted bodies. */
    private static List<String> commands(Document document) {
        List<String> commands = new ArrayList<>();
        for (String block : document.blocks("sh")) {
            block.replace("\\\n", " ")
                    .replaceAll("'[^']*'", "QUOTED")
                    .lines()
                    .map(line -> line.replaceAll("(^|\\s)#.*", "").strip())
                    .flatMap(line -> Arrays.stream(line.split("&&|\\||;", -1)))
                    .map(line ->
                            line.strip().replaceAll("^([A-Z_]+=\\S*\\s*)+", "").replaceAll("^api\\(\\) \\{ ", ""))
                    .filter(line -> !line.isEmpty())
                    .forEach(commands::add);
        }
        document.inline().stream()
                .filter(code -> code.startsWith("mvn ") || code.startsWith("java -jar "))
                .forEach(commands::add);
        return commands;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyNamedSettingExists(Document document) {
        List<String> unknown = new ArrayList<>();
        document.prose().lines().forEach(line -> {
            String setting = "";
            String variable = "";
            for (String code : Document.inline(line)) {
                Matcher named = VARIABLE.matcher(code);
                if (SETTING.matcher(code).matches() && !code.matches(".*\\.(jar|css|js)")) {
                    setting = code;
                } else if (!setting.isEmpty() && NEXT_SETTING.matcher(code).matches()) {
                    setting = setting.substring(0, setting.lastIndexOf('.')) + code;
                } else if (named.matches()) {
                    variable = named.group(1);
                } else if (!variable.isEmpty() && NEXT_VARIABLE.matcher(code).matches()) {
                    variable = variable.substring(0, variable.lastIndexOf('_')) + code;
                } else {
                    continue;
                }
                if (!setting.isEmpty() && !SETTINGS.has(setting)) {
                    unknown.add(setting);
                }
                if (variable.startsWith("TEES_TRIAGE_")
                        && !REALM_VARIABLES.contains(variable)
                        && !SETTINGS.hasVariable(variable)) {
                    unknown.add(variable);
                }
            }
        });
        document.blocks("sh").forEach(block -> Pattern.compile("(?m)^(TEES_TRIAGE_\\w+)=")
                .matcher(block)
                .results()
                .map(found -> found.group(1))
                .filter(variable -> !SETTINGS.hasVariable(variable))
                .forEach(unknown::add));
        assertThat(unknown).isEmpty();
    }

    @Test
    void anUnknownSettingIsRecognised() {
        assertThat(SETTINGS.has("tees-triage.http.body-timeout")).isTrue();
        assertThat(SETTINGS.has("tees-triage.channel.mail.host")).isTrue();
        assertThat(SETTINGS.has("tees-triage.http.*")).isTrue();
        assertThat(SETTINGS.has("tees-triage.http.body-time")).isFalse();
        assertThat(SETTINGS.has("tees-triage.nothing.*")).isFalse();
        assertThat(SETTINGS.hasVariable("TEES_TRIAGE_HTTP_BODY_TIMEOUT")).isTrue();
        assertThat(SETTINGS.hasVariable("TEES_TRIAGE_HTTP_BODY_TIME")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyNamedSourceFileExists(Document document) {
        assertThat(document.inline())
                .filteredOn(code -> SOURCE_FILE.matcher(code).matches())
                .allSatisfy(file -> assertThat(SOURCES.resolve(file)).isRegularFile());
    }

    @ParameterizedTest
    @MethodSource("present")
    void everyCodeNameOccursInTheCode(Document document) throws IOException {
        String code = everything("src", ".java") + everything("helm", ".yaml");
        assertThat(document.inline())
                .filteredOn(name -> CODE_NAME.matcher(name).matches())
                .allSatisfy(name -> {
                    Matcher parts = CODE_NAME.matcher(name);
                    assertThat(parts.matches()).isTrue();
                    assertThat(name.startsWith("@Auth") || code.contains(parts.group(1)))
                            .as(name)
                            .isTrue();
                });
    }

    @Test
    void thePackageTableOfTheReadmeMatchesThePackages() throws IOException {
        List<String> listed = PACKAGE.matcher(Document.of("README.md").text())
                .results()
                .map(each -> each.group(1))
                .toList();
        try (Stream<Path> packages = Files.list(SOURCES)) {
            assertThat(packages.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void theDocumentationListsEveryApiOperation() throws IOException {
        assertThat(Document.of("docs/using.md").inline().stream()
                        .filter(code -> OPERATION.matcher(code).matches())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(operations());
    }

    @ParameterizedTest
    @MethodSource("present")
    void everyNamedPathExists(Document document) throws IOException {
        List<String> operations = operations();
        Set<String> pages = pages();
        assertThat(document.inline()).allSatisfy(code -> {
            if (OPERATION.matcher(code).matches()) {
                assertThat(operations).contains(code);
            } else if (PAGE.matcher(code).matches()
                    && !code.startsWith("/api/")
                    && !code.startsWith("/q/")
                    && !NO_PAGES.contains(code)) {
                assertThat(pages).contains(code);
            }
        });
    }

    private static List<String> operations() throws IOException {
        List<String> operations = new ArrayList<>();
        for (Class<?> resource : classes("web/api")) {
            jakarta.ws.rs.Path place = resource.getAnnotation(jakarta.ws.rs.Path.class);
            if (place != null) {
                Arrays.stream(resource.getDeclaredMethods())
                        .filter(method ->
                                method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                        .map(method -> (method.isAnnotationPresent(GET.class) ? "GET " : "POST ")
                                + address(place, method.getAnnotation(jakarta.ws.rs.Path.class)))
                        .forEach(operations::add);
            }
        }
        return operations;
    }

    private static Set<String> pages() throws IOException {
        Set<String> pages = new TreeSet<>();
        for (Class<?> resource : classes("web/pages")) {
            jakarta.ws.rs.Path place = resource.getAnnotation(jakarta.ws.rs.Path.class);
            if (place != null) {
                Arrays.stream(resource.getDeclaredMethods())
                        .map(method -> address(place, method.getAnnotation(jakarta.ws.rs.Path.class)))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    /** The path template with parameter names and without their patterns. */
    private static String address(jakarta.ws.rs.Path place, jakarta.ws.rs.Path below) {
        String whole = place.value() + (below == null ? "" : "/" + below.value());
        return ("/" + whole)
                .replaceAll(":\\s*[^{}/]*(\\{[0-9,]+}[^{}/]*)*}", "}")
                .replaceAll("/+", "/");
    }

    private static List<Class<?>> classes(String folder) throws IOException {
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = Path.of("src/main/java").relativize(file).toString();
                classes.add(Class.forName(
                        name.replace(".java", "").replace('/', '.'), false, DocsTest.class.getClassLoader()));
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        return classes;
    }

    @Test
    void theExampleOfAConcernIsValid() {
        String block = Document.of("docs/using.md").blocks("sh").get(0);
        Facts facts = Json.read(block.substring(block.indexOf("'{") + 1, block.lastIndexOf("}'") + 1), Facts.class);
        assertThat(VALIDATOR.validate(facts)).isEmpty();
    }

    @Test
    void theExampleOfAReceiptIsValid() {
        ReceiptNotice receipt =
                Json.read(Document.of("docs/partners.md").blocks("json").get(0), ReceiptNotice.class);
        assertThat(VALIDATOR.validate(receipt)).isEmpty();
    }

    @Test
    void theFirstExampleUsesADemoAccount() throws IOException {
        Matcher user = Pattern.compile("curl -u (\\S+):demo")
                .matcher(Document.of("README.md").text());
        assertThat(user.find()).isTrue();
        assertThat(Files.readString(Path.of("config/application-demo.properties")))
                .contains("users.\"" + user.group(1) + "\"=demo");
    }

    @Test
    void theReadmeIsAtMostTwelveKilobytes() throws IOException {
        assertThat(Files.size(Path.of("README.md"))).isLessThanOrEqualTo(12 * 1024L);
    }

    @Test
    void theGlossaryHasAtMost25Words() {
        assertThat(Document.of("docs/glossary.md").text().lines().filter(line -> line.matches("\\| [A-Z].*")))
                .hasSizeBetween(10, 25);
    }

    @Test
    void theIndexLinksEveryDocument() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            assertThat(Document.of("docs/README.md").links())
                    .contains("adr/README.md")
                    .containsAll(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("README.md"))
                            .toList());
        }
    }

    /** Numbers have no gaps. */
    @Test
    void theIndexOfDecisionsListsEachWithItsNumberAndTitle() throws IOException {
        List<String> listed = Document.of("docs/adr/README.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("| ["))
                .toList();
        List<String> existing;
        try (Stream<Path> files = Files.list(Path.of("docs/adr"))) {
            existing = files.filter(file -> !file.endsWith("README.md"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
        assertThat(listed)
                .containsExactlyElementsOf(IntStream.range(0, existing.size())
                        .mapToObj(index -> {
                            Document decision = Document.of(existing.get(index));
                            String title = decision.text().lines().findFirst().orElseThrow();
                            String number = String.valueOf(index + 1);
                            assertThat(title).startsWith("# " + number + ". ");
                            assertThat(decision.anchors()).contains("context", "decision", "consequences");
                            return "| [%s](%s) | %s |"
                                    .formatted(
                                            number,
                                            decision.path().getFileName(),
                                            title.substring(number.length() + 4));
                        })
                        .toList());
    }

    private static List<Path> sources(String className) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.getFileName().toString().equals(className + ".java"))
                    .toList();
        }
    }

    private static String everything(String folder, String ending) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                texts.append(Files.readString(file));
            }
        }
        return texts.toString();
    }
}
