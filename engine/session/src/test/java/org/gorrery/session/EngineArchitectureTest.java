package org.gorrery.session;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The arrows between the packages of the engine, and what no class of the engine may do.
@AnalyzeClasses(packages = "org.gorrery", importOptions = EngineArchitectureTest.MainClasses.class)
class EngineArchitectureTest {
    /// Leaves out tests, in the folders of the quick build too.
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final String ABI = "org.gorrery.abi..";
    private static final String COMPILER = "org.gorrery.compiler..";
    private static final String EVENT = "org.gorrery.event..";
    private static final String FORMATS = "org.gorrery.formats..";
    private static final String LIBRARY = "org.gorrery.library..";
    private static final String RUNTIME = "org.gorrery.runtime..";
    private static final String SESSION = "org.gorrery.session..";
    private static final String TARGET = "org.gorrery.target..";
    private static final String APP = "org.gorrery.app..";

    private static final String[] ENGINE = {
        ABI, COMPILER, EVENT, FORMATS, LIBRARY, RUNTIME, SESSION, TARGET
    };

    /// The packages of each module in their order: one may use only those before it. Those in one set
    /// stand side by side; they may use each other, without cycles.
    private static final List<List<Set<String>>> ORDER =
            List.of(
                    order("org.gorrery.", "target", "abi", "event"),
                    order(
                            "org.gorrery.formats.",
                            "input",
                            "json",
                            "profile gc",
                            "pprof exectrace logs dumps",
                            "export analysis",
                            "report"),
                    order(
                            "org.gorrery.compiler.",
                            "source",
                            "syntax",
                            "constant",
                            "types",
                            "vet",
                            "ir",
                            "codegen"),
                    order(
                            "org.gorrery.runtime.",
                            "memory",
                            "heap",
                            "stack",
                            "sched",
                            "gc",
                            "chan maps iface panics",
                            "prof diag",
                            "entry"));

    @ArchTest
    static void aPackageUsesOnlyThoseBeforeItInItsModule(JavaClasses engine) {
        for (List<Set<String>> module : ORDER) {
            Set<String> after = new HashSet<>();
            for (Set<String> stage : module.reversed()) {
                noClasses()
                        .that()
                        .resideInAnyPackage(stage.toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(after.toArray(String[]::new))
                        .because("packages of a module stand in an order, from ground to roof")
                        .check(engine);
                after.addAll(stage);
            }
        }
    }

    private static List<Set<String>> order(String prefix, String... stages) {
        return List.of(stages).stream()
                .map(stage ->
                        Set.of(stage.split(" ")).stream()
                                .map(name -> prefix + name + "..")
                                .collect(Collectors.toSet()))
                .toList();
    }

    @ArchTest
    static final ArchRule formatsKnowsOnlyTheEventRecords =
            noClasses()
                    .that()
                    .resideInAPackage(FORMATS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ABI, TARGET, COMPILER, RUNTIME, LIBRARY, SESSION, APP)
                    .because("saved files are read on machines where nothing is compiled or run");

    @ArchTest
    static final ArchRule theCompilerDoesNotSeeTheRuntime =
            noClasses()
                    .that()
                    .resideInAPackage(COMPILER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(RUNTIME, LIBRARY, SESSION, FORMATS, APP)
                    .because("the abi is all that compiler and runtime share");

    @ArchTest
    static final ArchRule theRuntimeDoesNotSeeTheCompiler =
            noClasses()
                    .that()
                    .resideInAPackage(RUNTIME)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(COMPILER, LIBRARY, SESSION, FORMATS, APP)
                    .because("the abi is all that compiler and runtime share");

    @ArchTest
    static final ArchRule theLibraryStandsOnTheRuntime =
            noClasses()
                    .that()
                    .resideInAPackage(LIBRARY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(COMPILER, SESSION, APP)
                    .because("only the session joins compiler and library");

    @ArchTest
    static final ArchRule noPackageIsPartOfACycle =
            slices().matching("org.gorrery.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineHasNoUserInterface =
            noClasses()
                    .that()
                    .resideInAnyPackage(ENGINE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                    .because("engine threads never touch a type of the user interface");

    @ArchTest
    static final ArchRule theEngineDoesNotPrint =
            noClasses()
                    .that()
                    .resideInAnyPackage(ENGINE)
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because("a run writes to the streams it was given, and logs by System.Logger");

    @ArchTest
    static final ArchRule theEngineDoesNotSleep =
            noClasses()
                    .that()
                    .resideInAnyPackage(ENGINE)
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "Thread.sleep",
                                    call ->
                                            call.getTargetOwner().isEquivalentTo(Thread.class)
                                                    && call.getName().equals("sleep")))
                    .because("the scheduler's driver decides when time passes");

    @ArchTest
    static final ArchRule onlyAClockReadsTheWallClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(ENGINE)
                    .and()
                    .haveSimpleNameNotEndingWith("Clock")
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .because("in virtual time two runs give the same trace");

    @ArchTest
    static final ArchRule randomnessHasASeed =
            noClasses()
                    .that()
                    .resideInAnyPackage(ENGINE)
                    .should()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callConstructor(java.util.Random.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class)
                    .because("program, options and seed alone decide what a run does");

    @ArchTest
    static final ArchRule staticsDoNotChange =
            fields().that(areStaticInTheEngine())
                    .should()
                    .beFinal()
                    .because(
                            "one object owns the state of a run, and several runs live side by side");

    @ArchTest
    static final ArchRule packagesSayWhatTheyHold =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..", "..common..", "..misc..", "..helper..", "..manager..")
                    .because("a method without a home shows a missing type");

    @ArchTest
    static final ArchRule classesSayWhatTheyAre =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Utils?|Common|Misc|Helpers?|Managers?)")
                    .because("a method without a home shows a missing type");

    @ArchTest
    static final ArchRule noNestedNameIsTakenFromTheJdk =
            noClasses()
                    .should()
                    .haveNameMatching(".*\\$(Runnable|Thread|Process|Object|String|Error|Record)")
                    .because("a Go notion that collides with a JDK name takes the prefix Go or G");

    private static DescribedPredicate<JavaField> areStaticInTheEngine() {
        return DescribedPredicate.describe(
                "are static fields of the engine",
                field ->
                        field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                                && resideInAnyPackage(ENGINE).test(field.getOwner()));
    }
}
