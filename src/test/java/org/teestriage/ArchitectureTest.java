package org.teestriage;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.NormalScope;
import jakarta.inject.Inject;
import jakarta.inject.Scope;
import jakarta.inject.Singleton;
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
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.concern.Concerns;
import org.teestriage.decision.Decision;
import org.teestriage.platform.print.PdfPrinter;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.Transactions;

/**
 * The rules of the architecture, each with a canary in {@code org.teestriage.canary} that breaks it. A package is
 * identified by its path below the root; the path of a canary counts as if it were main code.
 */
class ArchitectureTest {

    private static final String ROOT = "org.teestriage";
    private static final int MAX_TYPES = 40;
    private static final int MAX_LINES = 400;
    private static final int MAX_COLLABORATORS = 8;

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path CANARY_SOURCES = Path.of("src/test/java/org/teestriage/canary");

    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");
    private static final JavaClasses CANARIES =
            new ClassFileImporter().importPath("target/test-classes/org/teestriage/canary");

    /** Allowed dependencies between top-level packages. Enter a new package here first. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("platform", Set.of()),
            entry("concern", Set.of("platform")),
            entry("decision", Set.of("platform", "concern")),
            entry("deadline", Set.of("platform", "concern")),
            entry("directory", Set.of("platform", "concern", "deadline")),
            entry("timeline", Set.of("platform", "concern", "deadline")),
            entry("access", Set.of("platform", "concern", "decision", "timeline")),
            entry("workflow", Set.of("platform", "concern", "decision", "deadline", "access")),
            entry("letter", below("workflow")),
            entry("casework", below("workflow", "letter")),
            entry("delivery", below("workflow", "letter", "casework")),
            entry("oversight", below("workflow", "letter", "casework")),
            entry("web", below("letter", "casework", "delivery", "oversight")),
            entry("boot", below("workflow", "letter", "casework", "delivery", "oversight", "web")));

    private static Set<String> below(String... more) {
        return Stream.concat(
                        Stream.of("platform", "concern", "decision", "deadline", "directory", "timeline", "access"),
                        Stream.of(more))
                .collect(toSet());
    }

    /**
     * Allowed dependencies of a package on others below the same top-level package, by their path below that package;
     * the empty string is the top-level package itself.
     */
    private static final Map<String, Set<String>> MAY_USE_BESIDE = Map.ofEntries(
            entry("platform.validation", Set.of("text")),
            entry("platform.persistence", Set.of()),
            entry("platform.document", Set.of()),
            entry("platform.print", Set.of("document")),
            entry("platform.text", Set.of("document")),
            entry("platform.transaction", Set.of("document", "persistence")),
            entry("concern", Set.of("facts", "amendment")),
            entry("concern.facts", Set.of()),
            entry("concern.amendment", Set.of("facts")),
            entry("decision", Set.of("signal")),
            entry("decision.signal", Set.of()),
            entry("decision.wording", Set.of("")),
            entry("decision.route", Set.of("")),
            entry("decision.check", Set.of("", "route")),
            entry("deadline", Set.of()),
            entry("directory", Set.of()),
            entry("directory.routing", Set.of("")),
            entry("timeline", Set.of()),
            entry("timeline.checkpoint", Set.of("")),
            entry("access", Set.of()),
            entry("access.authorization", Set.of("")),
            entry("access.securitylog", Set.of("", "authorization")),
            entry("workflow.process", Set.of()),
            entry("workflow.obligation", Set.of()),
            entry("workflow.route", Set.of()),
            entry("workflow.check", Set.of()),
            entry("workflow.step", Set.of("process")),
            entry("letter", Set.of("content")),
            entry("letter.content", Set.of()),
            entry("casework.draft", Set.of()),
            entry("casework.restriction", Set.of()),
            entry("casework.casefile", Set.of()),
            entry("casework.queue", Set.of()),
            entry("casework.breakglass", Set.of("casefile")),
            entry("casework.decisionsupport", Set.of("casefile")),
            entry("casework.path", Set.of("breakglass")),
            entry("casework.partnercheck", Set.of("path")),
            entry("casework.question", Set.of()),
            entry(
                    "casework.triage",
                    Set.of(
                            "casefile",
                            "decisionsupport",
                            "partnercheck",
                            "path",
                            "question",
                            "restriction",
                            "triage.effect")),
            entry(
                    "casework.triage.effect",
                    Set.of("breakglass", "decisionsupport", "partnercheck", "path", "restriction")),
            entry("delivery", Set.of()),
            entry("delivery.channel", Set.of("")),
            entry("oversight", Set.of()),
            entry("oversight.inspection", Set.of()),
            entry("web", Set.of()),
            entry("web.keycloak", Set.of("")),
            entry("web.api", Set.of("")),
            entry("web.pages", Set.of("", "pages.form", "pages.step")),
            entry("web.pages.form", Set.of("")),
            entry("web.pages.raise", Set.of("", "pages.form")),
            entry("web.pages.facts", Set.of("", "pages.form")),
            entry("web.pages.concern", Set.of("", "pages.form", "pages.raise")),
            entry("web.pages.step", Set.of("", "pages.form", "pages.raise", "pages.concern")),
            entry("web.pages.oversight", Set.of("", "pages.form")),
            entry("boot", Set.of("monitoring")),
            entry("boot.monitoring", Set.of()));

    // The rules

    private static final ArchRule DEPENDENCIES_POINT_DOWN = classes()
            .should(new ArchCondition<>("use only what their package may use") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> !mayUse(
                                    path(item), path(dependency.getTargetClass().getBaseComponentType())))
                            .map(Dependency::getDescription)
                            .forEach(description -> events.add(SimpleConditionEvent.violated(item, description)));
                }
            });

    private static boolean mayUse(String from, String to) {
        if (to.isEmpty() || to.equals(from)) {
            return true;
        }
        String top = top(to);
        return top(from).equals(top)
                ? MAY_USE_BESIDE
                        .getOrDefault(from, Set.of())
                        .contains(to.equals(top) ? "" : to.substring(top.length() + 1))
                : MAY_USE.getOrDefault(top(from), Set.of()).contains(top);
    }

    private static String top(String path) {
        return path.replaceFirst("\\..*", "");
    }

    /** The path of the package below the root, without the canary prefix; empty for classes of others. */
    private static String path(JavaClass of) {
        String name = of.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).replaceFirst("^canary\\.", "") : "";
    }

    private static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static final ArchRule DECISIONS_NEED_NO_FRAMEWORK = classes()
            .that()
            .resideInAPackage("..decision")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jakarta.validation..",
                    "org.jspecify..",
                    "..platform..",
                    "..concern",
                    "..concern.facts",
                    "..decision",
                    "..decision.signal");

    private static final ArchRule DECISIONS_ARE_DETERMINISTIC = noClasses()
            .that()
            .resideInAPackage("..decision")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(util\\.(UUID|Random|random\\..*|concurrent\\..*)|security\\..*"
                    + "|time\\.(Clock|InstantSource)|lang\\.(Thread|Process.*)|io\\..*|nio\\..*|net\\..*)");

    /**
     * Error Prone refuses {@code new Date()}. {@code ReferenceDataProducer} produces the only time source, {@code
     * MonotonicTime} measures durations, and {@code DatabaseClock} compares the clocks of the machine and the database.
     */
    private static final ArchRule NO_CLASS_READS_THE_SYSTEM_TIME = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.teestriage.boot.ReferenceDataProducer")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.web.keycloak.MonotonicTime")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.workflow.process.DatabaseClock")
            .should(accessTargetWhere(target(new DescribedPredicate<AccessTarget>("reads the system time") {
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

    private static final ArchRule THE_ENGINE_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("..process")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    private static final ArchRule ONE_PACKAGE_COMMITS = noClasses()
            .that()
            .resideOutsideOfPackages("..platform.transaction", "..delivery")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.workflow.process.ProcessEngineBootstrap")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.transaction..", "io.quarkus.narayana..");

    /** Layout takes long, so it runs where no lock is held. */
    private static final ArchRule ONLY_TWO_SERVICES_LAY_OUT = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.print")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.letter.LetterPrintService")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.oversight.inspection.InspectionService")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(PdfPrinter.class);

    private static final ArchRule FRONT_ENDS_USE_NO_PERSISTENCE = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..boot")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.boot.ReferenceDataProducer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource");

    /** Exempts the transaction runner, idempotent requests, and the recorder of delivery attempts. */
    private static final ArchRule ONLY_SERVICES_RUN_TRANSACTIONS = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Service")
            .and()
            .doNotBelongToAnyOf(Transactions.class, IdempotentRequests.class)
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.delivery.DeliveryRecorder")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Transactions.class);

    /** Exempts the readiness check, which must query the database itself. */
    private static final ArchRule FRONT_ENDS_CALL_ONLY_SERVICES = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..boot.monitoring")
            .and()
            .haveSimpleNameNotEndingWith("Service")
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.boot.monitoring.DatabaseReady")
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("are beans of lower packages and no services") {
                @Override
                public boolean test(JavaClass of) {
                    String top = top(path(of));
                    return !Set.of("", "web", "boot").contains(top)
                            && (of.isAnnotatedWith(ApplicationScoped.class) || of.isAnnotatedWith(Singleton.class))
                            && !of.getSimpleName().endsWith("Service");
                }
            });

    private static final ArchRule ONLY_WEB_READS_THE_SECURITY_IDENTITY = noClasses()
            .that()
            .resideOutsideOfPackages("..web", "..web.keycloak")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SecurityIdentity.class);

    private static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext")
            .orShould()
            .beAnnotatedWith("jakarta.ws.rs.core.Context");

    private static final ArchRule BEANS_HAVE_FEW_COLLABORATORS = classes()
            .that()
            .areMetaAnnotatedWith(NormalScope.class)
            .or()
            .areMetaAnnotatedWith(Scope.class)
            .or()
            .areAnnotatedWith(jakarta.ws.rs.Path.class)
            .should(new ArchCondition<>("have constructors of at most %d arguments".formatted(MAX_COLLABORATORS)) {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getConstructors().stream()
                            .filter(each -> each.getRawParameterTypes().size() > MAX_COLLABORATORS)
                            .map(JavaConstructor::getFullName)
                            .forEach(description -> events.add(SimpleConditionEvent.violated(item, description)));
                }
            });

    private static final ArchRule NO_MEANINGLESS_SUFFIXES =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|Mapper)");

    private static final ArchRule COLLECTIONS_HAVE_PLURAL_NAMES = classes()
            .that()
            .areAssignableTo(PanacheRepositoryBase.class)
            .should()
            .haveNameMatching(".*\\.(\\w+(?<!Repositorie|Dao)s|ReadLog|Outbox)");

    /** Inherited methods run any query and bypass what a collection caches; only {@code count} is harmless. */
    private static final ArchRule NO_INHERITED_QUERIES_FROM_OTHER_PACKAGES = noClasses()
            .that()
            .areNotAssignableTo(PanacheRepositoryBase.class)
            .should(accessTargetWhere(
                    new DescribedPredicate<>("is what a collection of another package inherits from Panache") {
                        @Override
                        public boolean test(JavaAccess<?> asked) {
                            JavaClass owner = asked.getTargetOwner();
                            return owner.isAssignableTo(PanacheRepositoryBase.class)
                                    && !owner.getPackage()
                                            .equals(asked.getOriginOwner().getPackage())
                                    && !asked.getName().equals("count")
                                    && asked.getTarget()
                                            .resolveMember()
                                            .filter(member ->
                                                    member.getOwner().isEquivalentTo(PanacheRepositoryBase.class))
                                            .isPresent();
                        }
                    }));

    private static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(new ArchCondition<>("be in a package that says @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " is not null-marked"));
                    }
                }
            });

    /** The consequences of a decision belong in its {@code DecisionEffect}. */
    private static final ArchRule NO_INSTANCEOF_ON_DECISIONS = classes()
            .should(new ArchCondition<>("not test decisions with instanceof") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getCodeUnits().stream()
                            .flatMap(unit -> unit.getInstanceofChecks().stream())
                            .filter(check -> check.getRawType().isAssignableTo(Decision.class))
                            .forEach(check -> events.add(SimpleConditionEvent.violated(item, check.toString())));
                }
            });

    /** A lock without the access facts read under it lets a change through that a restriction has just forbidden. */
    private static final ArchRule ONLY_CONCERN_ACCESS_LOCKS_CONCERNS = noClasses()
            .that()
            .doNotBelongToAnyOf(ConcernAccess.class)
            .should(accessTargetWhere(calls(Concerns.class, "findToChange")));

    /** These act for no reader: timers, deliveries, receipts, operators who see nothing, and checks of stored data. */
    private static final ArchRule ONLY_WORK_OF_THE_SERVICE_LOCKS_WITHOUT_ACCESS_FACTS = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(delivery\\.(DeliveryRecorder|DeliveryService|ReceiptService|CheckAnswerService)"
                    + "|casework\\.path\\.(ProcessCallbackHandler|DeadlineRecountService|DueAgainService|PathMigrationService)"
                    + "|casework\\.partnercheck\\.OverdueCheckService"
                    + "|casework\\.restriction\\.(StandInService|WorkplaceHubsService)|casework\\.decisionsupport\\.ChildKeysService"
                    + "|boot\\.(TimelineErasureService|monitoring\\.TimelineVerificationService))")
            .should(accessTargetWhere(calls(ConcernAccess.class, "forService")));

    /** A new concern needs no lock; operators act on letters alone. */
    private static final ArchRule ONLY_CONCERN_ACCESS_BEGINS_UPDATES = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(access\\.authorization\\.ConcernAccess|casework\\.triage\\.NewConcerns"
                    + "|delivery\\.DeliveryService)")
            .should(accessTargetWhere(calls(ConcernAccess.class, "newUpdate")));

    private static final ArchRule ONLY_COLLECTIONS_LOCK_ROWS = noClasses()
            .that()
            .areNotAssignableTo(PanacheRepositoryBase.class)
            .and()
            .doNotHaveFullyQualifiedName("org.teestriage.casework.queue.QueueQuery")
            .should(accessTargetWhere(target(new DescribedPredicate<AccessTarget>("is a mode of locks") {
                @Override
                public boolean test(AccessTarget asked) {
                    return asked.getName().startsWith("PESSIMISTIC")
                            || asked.getOwner().isEquivalentTo(org.hibernate.LockMode.class);
                }
            })));

    /** Emergency access and exports change nothing on which stand-ins depend. */
    private static final ArchRule CHANGES_END_IN_ONE_PLACE = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(casework\\.triage\\.UpdateCompletion|casework\\.breakglass\\.BreakGlassService"
                    + "|oversight\\.inspection\\.InspectionPackAssembler)")
            .should(accessTargetWhere(target(new DescribedPredicate<AccessTarget>("is the answer to a change") {
                @Override
                public boolean test(AccessTarget asked) {
                    return asked.getOwner().isEquivalentTo(ConcernStatusAssembler.class)
                            && asked instanceof AccessTarget.CodeUnitAccessTarget called
                            && called.getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isEquivalentTo(ConcernUpdate.class));
                }
            })));

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String method) {
        return new DescribedPredicate<>("calls %s.%s", owner.getSimpleName(), method) {
            @Override
            public boolean test(JavaAccess<?> asked) {
                return asked.getTargetOwner().isEquivalentTo(owner)
                        && asked.getName().equals(method);
            }
        };
    }

    private static final ArchRule PURE_PACKAGES_ARE_TESTED_WITHOUT_THE_SERVICE = noClasses()
            .that()
            .resideInAnyPackage("..decision", "..access", "..deadline")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus.test..");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("dependencies point down", DEPENDENCIES_POINT_DOWN, "KnowsTheDesk"),
                rule("dependencies on the same level are listed", DEPENDENCIES_POINT_DOWN, "KnowsTimeline"),
                rule("dependencies point down within a package", DEPENDENCIES_POINT_DOWN, "KnowsTriage"),
                rule("no package cycles", NO_PACKAGE_CYCLES, "Chicken"),
                rule("decisions need no framework", DECISIONS_NEED_NO_FRAMEWORK, "IsABean"),
                rule("decisions are deterministic", DECISIONS_ARE_DETERMINISTIC, "Draws"),
                rule("no class reads the system time", NO_CLASS_READS_THE_SYSTEM_TIME, "AsksTheTime"),
                rule("the engine stays in its package", THE_ENGINE_STAYS_IN_ITS_PACKAGE, "HoldsTheEngine"),
                rule("one package commits", ONE_PACKAGE_COMMITS, "Commits"),
                rule("one package commits programmatically", ONE_PACKAGE_COMMITS, "CommitsByHand"),
                rule("only two services lay out", ONLY_TWO_SERVICES_LAY_OUT, "LaysOut"),
                rule("front ends use no persistence", FRONT_ENDS_USE_NO_PERSISTENCE, "ReadsTheDatabase"),
                rule("only services run transactions", ONLY_SERVICES_RUN_TRANSACTIONS, "RunsTransactions"),
                rule("front ends call only services", FRONT_ENDS_CALL_ONLY_SERVICES, "CallsABean"),
                rule("no instanceof on decisions", NO_INSTANCEOF_ON_DECISIONS, "TellsDecisionsApart"),
                rule(
                        "only web reads the security identity",
                        ONLY_WEB_READS_THE_SECURITY_IDENTITY,
                        "KnowsHowPeopleSignIn"),
                rule("no field injection", NO_FIELD_INJECTION, "InjectedManager"),
                rule("beans have few collaborators", BEANS_HAVE_FEW_COLLABORATORS, "NeedsEverybody"),
                rule("no meaningless suffixes", NO_MEANINGLESS_SUFFIXES, "InjectedManager"),
                rule("collections have plural names", COLLECTIONS_HAVE_PLURAL_NAMES, "NoteRepository"),
                rule("no inherited queries from other packages", NO_INHERITED_QUERIES_FROM_OTHER_PACKAGES, "Empties"),
                rule("only ConcernAccess locks concerns", ONLY_CONCERN_ACCESS_LOCKS_CONCERNS, "byTheCollection"),
                rule(
                        "only work of the service locks without access facts",
                        ONLY_WORK_OF_THE_SERVICE_LOCKS_WITHOUT_ACCESS_FACTS,
                        "asTheService"),
                rule("only ConcernAccess begins updates", ONLY_CONCERN_ACCESS_BEGINS_UPDATES, "withoutALock"),
                rule("changes end in one place", CHANGES_END_IN_ONE_PLACE, "byItself"),
                rule("only collections lock rows", ONLY_COLLECTIONS_LOCK_ROWS, "byHand"),
                rule("every package is null-marked", EVERY_PACKAGE_IS_NULL_MARKED, "canary.web.pages"),
                rule("no access to standard streams", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, "Shouts"));
    }

    private static Arguments rule(String name, ArchRule rule, String canary) {
        return Arguments.of(name, rule, canary);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theMainCodeKeepsTheRule(String name, ArchRule rule, String canary) {
        rule.check(MAIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theCanaryBreaksTheRule(String name, ArchRule rule, String canary) {
        assertThat(rule.evaluate(CANARIES).getFailureReport().getDetails())
                .anySatisfy(broken -> assertThat(broken).contains(canary));
    }

    @Test
    void everyWayToReadTheSystemTimeIsFound() {
        assertThat(NO_CLASS_READS_THE_SYSTEM_TIME
                        .evaluate(CANARIES)
                        .getFailureReport()
                        .getDetails())
                .hasSize(3);
    }

    @Test
    void theTablesListExactlyTheExistingPackages() {
        Set<String> paths = MAIN.stream().map(ArchitectureTest::path).collect(toSet());
        assertThat(paths).isEqualTo(MAY_USE_BESIDE.keySet());
        assertThat(paths.stream().map(ArchitectureTest::top).collect(toSet())).isEqualTo(MAY_USE.keySet());
    }

    @Test
    void noPackageHasMoreThanTheMaximumNumberOfTypes() {
        // The package of decisions is exempt: a sealed family must share one package.
        assertThat(packagesAbove(MAIN, MAX_TYPES)).isEmpty();
        assertThat(packagesAbove(CANARIES, 8)).as("a canary").containsExactly("web.pages");
    }

    @Test
    void noTwoTypesShareASimpleName() {
        assertThat(duplicateNames(MAIN)).isEmpty();
        assertThat(duplicateNames(CANARIES)).as("a canary").containsExactly("Egg");
    }

    private static Set<String> duplicateNames(JavaClasses classes) {
        return classes.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static Set<String> packagesAbove(JavaClasses classes, long most) {
        return classes.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .map(ArchitectureTest::path)
                .filter(path -> !path.equals("decision"))
                .collect(groupingBy(path -> path, counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > most)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    @Test
    void purePackagesAreTestedWithoutTheService() {
        PURE_PACKAGES_ARE_TESTED_WITHOUT_THE_SERVICE.check(new ClassFileImporter()
                .importPaths(
                        "target/test-classes/org/teestriage/decision",
                        "target/test-classes/org/teestriage/access",
                        "target/test-classes/org/teestriage/deadline"));
        assertThat(PURE_PACKAGES_ARE_TESTED_WITHOUT_THE_SERVICE
                        .evaluate(CANARIES)
                        .hasViolation())
                .isTrue();
    }

    // Rules that need the source text

    private static List<Path> sources(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> filesThatNameTheEngine(Path below) throws IOException {
        List<String> offenders = new ArrayList<>();
        for (Path file : sources(below)) {
            boolean enginePackage = file.getParent().endsWith("process");
            if (!enginePackage && Files.readString(file).contains("org.camunda")) {
                offenders.add(file.getFileName().toString());
            }
        }
        return offenders;
    }

    private static List<Path> tooLong(Path below) throws IOException {
        List<Path> offenders = new ArrayList<>();
        for (Path file : sources(below)) {
            if (Files.readAllLines(file).size() > MAX_LINES) {
                offenders.add(file);
            }
        }
        return offenders;
    }

    private static List<Path> packagesWithoutJavadoc(Path below) throws IOException {
        Set<Path> packages = sources(below).stream().map(Path::getParent).collect(toSet());
        List<Path> offenders = new ArrayList<>();
        for (Path each : packages) {
            Path packageInfo = each.resolve("package-info.java");
            if (!Files.exists(packageInfo) || !Files.readString(packageInfo).startsWith("/**")) {
                offenders.add(each);
            }
        }
        return offenders;
    }

    @Test
    void noSourceOutsideItsPackageNamesTheEngine() throws IOException {
        assertThat(filesThatNameTheEngine(SOURCES)).isEmpty();
    }

    @Test
    void aConstantOfTheEngineIsFoundInTheSourceAndNotInTheClassFile() throws IOException {
        assertThat(THE_ENGINE_STAYS_IN_ITS_PACKAGE
                        .evaluate(CANARIES)
                        .getFailureReport()
                        .getDetails())
                .noneSatisfy(broken -> assertThat(broken).contains("QuotesTheEngine"));
        assertThat(filesThatNameTheEngine(CANARY_SOURCES))
                .containsExactlyInAnyOrder("HoldsTheEngine.java", "QuotesTheEngine.java");
    }

    @Test
    void noSourceFileIsLongerThanTheMaximum(@TempDir Path canary) throws IOException {
        assertThat(tooLong(SOURCES)).isEmpty();
        Path file = canary.resolve("Long.java");
        Files.write(file, Collections.nCopies(MAX_LINES, "//"));
        assertThat(tooLong(canary)).isEmpty();
        Files.write(file, Collections.nCopies(MAX_LINES + 1, "//"));
        assertThat(tooLong(canary)).containsExactly(file);
    }

    @Test
    void everyPackageHasAPackageInfoWithJavadoc() throws IOException {
        assertThat(packagesWithoutJavadoc(SOURCES)).isEmpty();
        assertThat(packagesWithoutJavadoc(CANARY_SOURCES)).hasSize(6);
    }
}
