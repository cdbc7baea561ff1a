package org.teestriage;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of the house, and for each a canary in {@code org.teestriage.canary} that breaks it: a law that cannot fail
 * protects nobody. A room is known by the last word of its package, so that a canary's room counts as the room.
 */
class LawsTest {

    private static final String HOUSE = "org.teestriage";
    private static final int LONGEST_FILE = 400;

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path CANARY_SOURCES = Path.of("src/test/java/org/teestriage/canary");

    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");
    private static final JavaClasses CANARIES =
            new ClassFileImporter().importPath("target/test-classes/org/teestriage/canary");

    /** Who may know whom: a whole room, or one class of it with what is nested in it. A new room is entered here first. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("concern", Set.of()),
            entry("access", Set.of()),
            entry("keycloak", Set.of("access")),
            entry("clock", Set.of("concern.Priority")),
            entry("directory", Set.of("clock.OpeningHours")),
            entry("decision", Set.of("concern")),
            entry("timeline", Set.of("concern")),
            entry("proof", Set.of("timeline.Fingerprint", "clock.HubClock")),
            entry("dispatch", Set.of("concern", "timeline", "directory", "clock.HubClock")),
            entry("channel", Set.of("dispatch", "directory", "concern.Notation", "concern.Reference")),
            entry("process", Set.of("decision", "clock", "concern.Reference", "concern.Answer", "concern.Priority")),
            entry(
                    "desk",
                    Set.of(
                            "access",
                            "clock",
                            "concern",
                            "decision",
                            "directory",
                            "dispatch",
                            "process",
                            "proof",
                            "timeline")),
            entry("api", frontDoor("decision", "dispatch.Letter$Purpose", "dispatch.Sheet")),
            entry("pages", frontDoor("decision", "dispatch.Sheet", "directory.Wire")),
            entry("watch", Set.of("concern.Priority", "concern.Reference", "desk", "timeline.Verification")),
            entry(
                    "console",
                    Set.of(
                            "concern.Reference",
                            "desk",
                            "directory.OnspdFile",
                            "proof.Comparison",
                            "timeline.Verification")),
            entry("demo", Set.of("access", "clock", "concern", "decision", "desk", "directory", "process.EngineRoom")));

    private static Set<String> frontDoor(String... more) {
        return Stream.concat(
                        Stream.of("access", "concern", "desk", "timeline.Verification", "timeline.Happened$Kind"),
                        Stream.of(more))
                .collect(toSet());
    }

    // The laws

    private static final ArchRule EVERYBODY_KNOWS_WHOM_THEY_MAY = classes()
            .should(new ArchCondition<>("know only whom their room may know") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> !mayKnow(item, dependency.getTargetClass()))
                            .map(Dependency::getDescription)
                            .forEach(words -> events.add(SimpleConditionEvent.violated(item, words)));
                }
            });

    private static boolean mayKnow(JavaClass from, JavaClass to) {
        JavaClass known = to.getBaseComponentType();
        if (!known.getPackageName().startsWith(HOUSE) || known.getPackageName().equals(from.getPackageName())) {
            return true;
        }
        String name = known.getName().substring(HOUSE.length() + 1);
        return MAY_KNOW.getOrDefault(room(from), Set.of()).stream()
                .anyMatch(allowed -> name.equals(allowed)
                        || name.startsWith(allowed + "$")
                        || room(known).equals(allowed));
    }

    private static String room(JavaClass of) {
        return of.getPackageName().substring(of.getPackageName().lastIndexOf('.') + 1);
    }

    private static final ArchRule NO_ROOMS_GO_ROUND_IN_CIRCLES =
            slices().matching(HOUSE + ".(**)").should().beFreeOfCycles();

    private static final ArchRule DECISIONS_NEED_NOTHING_BUT_JAVA = classes()
            .that()
            .resideInAPackage("..decision")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "jakarta.validation..", "org.jspecify..", "..concern", "..decision");

    private static final ArchRule DECISIONS_DRAW_NO_LOTS = noClasses()
            .that()
            .resideInAPackage("..decision")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(util\\.(UUID|Random|random\\..*|concurrent\\..*)|security\\..*"
                    + "|time\\.(Clock|InstantSource)|lang\\.(Thread|Process.*)|io\\..*|nio\\..*|net\\..*)");

    /**
     * Error Prone sees to {@code new Date()}. {@code House} makes the one source of time, the made-up world of the dev
     * profile stands in for it, {@code Moment} measures how long something took without telling any time, and {@code
     * DatabaseClock} compares the machine's clock with another.
     */
    private static final ArchRule NOBODY_ASKS_THE_MACHINE_WHAT_TIME_IT_IS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.teestriage.desk.House")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.demo.DemoTime")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.keycloak.Moment")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.process.DatabaseClock")
            .should(accessTargetWhere(target(new DescribedPredicate<AccessTarget>("tells the machine's time") {
                @Override
                public boolean test(AccessTarget asked) {
                    String owner = asked.getOwner().getName();
                    return (owner.startsWith("java.time.")
                                    && (asked.getName().equals("now")
                                            || asked.getName().startsWith("system")
                                            || asked.getName().startsWith("tick")))
                            || (owner.equals("java.lang.System")
                                    && Set.of("currentTimeMillis", "nanoTime").contains(asked.getName()));
                }
            })));

    private static final ArchRule THE_ENGINE_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("..process")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    private static final ArchRule THE_DESK_COMMITS = noClasses()
            .that()
            .resideOutsideOfPackages("..desk", "..dispatch")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.process.EngineRoom")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.transaction..", "io.quarkus.narayana..");

    private static final ArchRule FRONT_DOORS_ASK_THE_DESK = noClasses()
            .that()
            .resideInAnyPackage("..api", "..pages", "..console")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource");

    private static final ArchRule ONE_READER_OF_WHO_IS_THERE = noClasses()
            .that()
            .resideOutsideOfPackages("..access", "..keycloak")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SecurityIdentity.class);

    private static final ArchRule CONSTRUCTORS_TAKE_WHAT_IS_NEEDED = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext")
            .orShould()
            .beAnnotatedWith("jakarta.ws.rs.core.Context");

    private static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|Mapper)");

    private static final ArchRule EVERY_ROOM_IS_NULL_MARKED = classes()
            .should(new ArchCondition<>("be in a package that says @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " is not null-marked"));
                    }
                }
            });

    private static final ArchRule PURE_ROOMS_ARE_TESTED_WITHOUT_THE_SERVICE = noClasses()
            .that()
            .resideInAnyPackage("..decision", "..access", "..clock")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus.test..");

    static Stream<Arguments> laws() {
        return Stream.of(
                law("everybody knows whom they may", EVERYBODY_KNOWS_WHOM_THEY_MAY, "KnowsTheDesk"),
                law("and of them what they may", EVERYBODY_KNOWS_WHOM_THEY_MAY, "KnowsMoreThanPriority"),
                law("no rooms go round in circles", NO_ROOMS_GO_ROUND_IN_CIRCLES, "Chicken"),
                law("decisions need nothing but Java", DECISIONS_NEED_NOTHING_BUT_JAVA, "IsABean"),
                law("decisions draw no lots", DECISIONS_DRAW_NO_LOTS, "Draws"),
                law("nobody asks the machine for the time", NOBODY_ASKS_THE_MACHINE_WHAT_TIME_IT_IS, "AsksTheTime"),
                law("the engine stays in its room", THE_ENGINE_STAYS_IN_ITS_ROOM, "HoldsTheEngine"),
                law("the desk commits", THE_DESK_COMMITS, "Commits"),
                law("and nobody by hand", THE_DESK_COMMITS, "CommitsByHand"),
                law("front doors ask the desk", FRONT_DOORS_ASK_THE_DESK, "ReadsTheDatabase"),
                law("one reader of who is there", ONE_READER_OF_WHO_IS_THERE, "KnowsHowPeopleSignIn"),
                law("constructors take what is needed", CONSTRUCTORS_TAKE_WHAT_IS_NEEDED, "InjectedManager"),
                law("names say something", NAMES_SAY_SOMETHING, "InjectedManager"),
                law("every room is null-marked", EVERY_ROOM_IS_NULL_MARKED, "canary.pages"),
                law("nobody shouts past the log", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, "Shouts"));
    }

    private static Arguments law(String name, ArchRule law, String canary) {
        return Arguments.of(name, law, canary);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void theHouseKeepsTheLaw(String name, ArchRule law, String canary) {
        law.check(MAIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void theCanaryBreaksTheLaw(String name, ArchRule law, String canary) {
        assertThat(law.evaluate(CANARIES).getFailureReport().getDetails())
                .anySatisfy(broken -> assertThat(broken).contains(canary));
    }

    @Test
    void timeIsNotAskedForInAnyOfItsWays() {
        assertThat(NOBODY_ASKS_THE_MACHINE_WHAT_TIME_IT_IS
                        .evaluate(CANARIES)
                        .getFailureReport()
                        .getDetails())
                .hasSize(3);
    }

    @Test
    void aRoomThatIsNotInTheTableDoesNotExist() {
        assertThat(MAIN.stream().map(JavaClass::getPackageName).collect(toSet()))
                .isEqualTo(MAY_KNOW.keySet().stream()
                        .map(room -> HOUSE + "." + room)
                        .collect(toSet()));
    }

    @Test
    void pureRoomsAreTestedWithoutTheService() {
        PURE_ROOMS_ARE_TESTED_WITHOUT_THE_SERVICE.check(new ClassFileImporter()
                .importPaths(
                        "target/test-classes/org/teestriage/decision",
                        "target/test-classes/org/teestriage/access",
                        "target/test-classes/org/teestriage/clock"));
        assertThat(PURE_ROOMS_ARE_TESTED_WITHOUT_THE_SERVICE.evaluate(CANARIES).hasViolation())
                .isTrue();
    }

    // What class files do not tell

    private static List<Path> sources(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> namingTheEngineOutsideItsRoom(Path below) throws IOException {
        List<String> offenders = new ArrayList<>();
        for (Path file : sources(below)) {
            boolean itsRoom = file.getParent().endsWith("process");
            if (!itsRoom && Files.readString(file).contains("org.camunda")) {
                offenders.add(file.getFileName().toString());
            }
        }
        return offenders;
    }

    private static List<Path> tooLong(Path below) throws IOException {
        List<Path> offenders = new ArrayList<>();
        for (Path file : sources(below)) {
            if (Files.readAllLines(file).size() > LONGEST_FILE) {
                offenders.add(file);
            }
        }
        return offenders;
    }

    private static List<Path> roomsWithoutACaption(Path below) throws IOException {
        Set<Path> rooms = sources(below).stream().map(Path::getParent).collect(toSet());
        List<Path> offenders = new ArrayList<>();
        for (Path room : rooms) {
            Path caption = room.resolve("package-info.java");
            if (!Files.exists(caption) || !Files.readString(caption).startsWith("/**")) {
                offenders.add(room);
            }
        }
        return offenders;
    }

    @Test
    void theEngineIsNotEvenNamedOutsideItsRoom() throws IOException {
        assertThat(namingTheEngineOutsideItsRoom(SOURCES)).isEmpty();
    }

    @Test
    void aConstantOfTheEngineEscapesTheClassFileButNotTheText() throws IOException {
        assertThat(THE_ENGINE_STAYS_IN_ITS_ROOM
                        .evaluate(CANARIES)
                        .getFailureReport()
                        .getDetails())
                .noneSatisfy(broken -> assertThat(broken).contains("QuotesTheEngine"));
        assertThat(namingTheEngineOutsideItsRoom(CANARY_SOURCES))
                .containsExactlyInAnyOrder("HoldsTheEngine.java", "QuotesTheEngine.java");
    }

    @Test
    void noFileIsLongerThanCanBeRead(@TempDir Path canary) throws IOException {
        assertThat(tooLong(SOURCES)).isEmpty();
        Path file = canary.resolve("Long.java");
        Files.write(file, Collections.nCopies(LONGEST_FILE, "//"));
        assertThat(tooLong(canary)).isEmpty();
        Files.write(file, Collections.nCopies(LONGEST_FILE + 1, "//"));
        assertThat(tooLong(canary)).containsExactly(file);
    }

    @Test
    void everyRoomHasItsCaption() throws IOException {
        assertThat(roomsWithoutACaption(SOURCES)).isEmpty();
        assertThat(roomsWithoutACaption(CANARY_SOURCES)).hasSize(5);
    }
}
