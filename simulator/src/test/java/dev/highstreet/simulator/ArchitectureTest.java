package dev.highstreet.simulator;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;

@AnalyzeClasses(
    packages = "dev.highstreet.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_EMIT_KNOWS_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage("..emit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("where events go is the business of a sink");

  @ArchTest
  static final ArchRule ONLY_TABLES_KNOW_A_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..emit.parquet..", "..batch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.duckdb..", "java.sql..")
          .because("DuckDB is how tables are written and read, and nothing else");

  @ArchTest
  static final ArchRule WHO_ACTS_DOES_NOT_KNOW_WHERE_EVENTS_GO =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..engine..", "..shopper..", "..market..", "..browsing..", "..scenario..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..emit..", "..truth..", "..replay..", "..live..", "..calibrate..")
          .because("a shop is the same whoever listens");

  @ArchTest
  static final ArchRule EMIT_DOES_NOT_KNOW_WHERE_EVENTS_COME_FROM =
      noClasses()
          .that()
          .resideInAPackage("..emit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..replay..");

  @ArchTest
  static final ArchRule REPLAY_DOES_NOT_ASK_THE_WALL_CLOCK_WHAT_TIME_IT_IS =
      noClasses()
          .should()
          .callMethodWhere(
              target(nameMatching("now|system.*"))
                  .and(target(owner(resideInAPackage("java.time")))))
          .orShould()
          .callConstructor(Date.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
