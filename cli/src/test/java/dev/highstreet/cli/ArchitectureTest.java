package dev.highstreet.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.highstreet.cli.console.Surroundings;

@AnalyzeClasses(packages = "dev.highstreet.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesDependInOneDirection =
      slices().matching("dev.highstreet.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jobsAreReachedAsAJarOnly =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.highstreet.jobs..");

  @ArchTest
  static final ArchRule commandsSpeakThroughTheirSurroundings =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Surroundings.class)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);
}
