package org.gorrery.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The arrows between the packages of the app, and who may touch the engine and the FX thread.
@AnalyzeClasses(packages = "org.gorrery.app", importOptions = AppArchitectureTest.MainClasses.class)
class AppArchitectureTest {
    /// Leaves out tests, in the folders of the quick build too.
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final List<String> VIEWS =
            List.of(
                    "org.gorrery.app.editor..",
                    "org.gorrery.app.debugger..",
                    "org.gorrery.app.timeline..",
                    "org.gorrery.app.heapview..",
                    "org.gorrery.app.gcview..",
                    "org.gorrery.app.stacks..",
                    "org.gorrery.app.flame..",
                    "org.gorrery.app.saved..",
                    "org.gorrery.app.settings..");

    @ArchTest
    static final ArchRule theAppSeesTheEngineThroughItsSession =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.gorrery.compiler..",
                            "org.gorrery.runtime..",
                            "org.gorrery.library..",
                            "org.gorrery.abi..")
                    .because("session, formats, events and targets are the engine's face");

    @ArchTest
    static void noViewKnowsAnother(JavaClasses app) {
        for (String view : VIEWS) {
            noClasses()
                    .that()
                    .resideInAPackage(view)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            VIEWS.stream().filter(v -> !v.equals(view)).toArray(String[]::new))
                    .because("the window joins the views")
                    .check(app);
        }
    }

    @ArchTest
    static final ArchRule noViewKnowsTheWindow =
            noClasses()
                    .that()
                    .resideInAnyPackage(VIEWS.toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.gorrery.app.shell..", "org.gorrery.app.cli..")
                    .because("the window joins the views");

    @ArchTest
    static final ArchRule bridgeAndCanvasKnowNoView =
            noClasses()
                    .that()
                    .resideInAnyPackage("org.gorrery.app.bridge..", "org.gorrery.app.canvas..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(VIEWS.toArray(String[]::new))
                    .because("every view stands on them");

    @ArchTest
    static final ArchRule noPackageIsPartOfACycle =
            slices().matching("org.gorrery.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheBridgeHandsWorkToTheFxThread =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.gorrery.app.bridge..")
                    .should()
                    .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                    .because("one snapshot per frame, not one push per event");

    @ArchTest
    static final ArchRule aViewModelHoldsNoNodes =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                    .because("everything a view shows can be asserted without a screen");
}
