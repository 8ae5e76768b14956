package dev.highstreet.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.connector.source.Boundedness;

@AnalyzeClasses(
    packages = "dev.highstreet.jobs",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** The entry classes, which bring a pipeline and its ends together. */
  private static final DescribedPredicate<JavaClass> JOBS = simpleNameEndingWith("Job");

  @ArchTest
  static final ArchRule ONLY_SOURCE_KNOWS_KAFKA =
      noClasses()
          .that(not(resideInAnyPackage("..source..")).and(not(JOBS)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..");

  @ArchTest
  static final ArchRule ONLY_SOURCE_KNOWS_THE_WIRE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.highstreet.schemas..", "org.apache.avro..")
          .because("records are decoded once, into types of the jobs' own");

  @ArchTest
  static final ArchRule ONLY_MART_KNOWS_THE_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..mart..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

  @ArchTest
  static final ArchRule ONLY_CONFIG_KNOWS_HOW_ARGUMENTS_ARE_WRITTEN =
      noClasses()
          .that()
          .resideOutsideOfPackage("..config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule ONLY_JOBS_HAND_OVER_THE_ENVIRONMENT =
      noClasses().that(not(JOBS)).should().callMethod(System.class, "getenv");

  @ArchTest
  static final ArchRule PIPELINES_DO_NOT_KNOW_WHETHER_A_RUN_ENDS =
      noClasses()
          .that(resideInAnyPackage("..clean..", "..core..", "..enrich..", "..fold..", "..ledger.."))
          .or()
          .haveSimpleName("SalesPipeline")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(RuntimeExecutionMode.class, Boundedness.class);

  @ArchTest
  static final ArchRule NO_RESULT_DEPENDS_ON_THE_WALL_CLOCK =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now", java.time.ZoneId.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(java.util.Date.class, java.util.Calendar.class);

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching("dev.highstreet.jobs.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule EVENTS_KNOW_NOTHING_OF_WHAT_IS_DONE_WITH_THEM = standsAlone("event");

  @ArchTest static final ArchRule FOLDING_KNOWS_NOTHING_OF_WHAT_IS_ADDED_UP = standsAlone("fold");

  @ArchTest static final ArchRule TABLES_KNOW_NOTHING_OF_WHAT_IS_IN_THEM = standsAlone("mart");

  @ArchTest
  static final ArchRule ONLY_SALES_BRINGS_THE_ENDS_TOGETHER =
      noClasses()
          .that()
          .resideOutsideOfPackages("..sales..", "..config..", "..source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..sales..", "..config..", "..source..");

  @ArchTest
  static final ArchRule MONEY_IS_WHOLE_MICROS =
      fields()
          .that()
          .haveNameEndingWith("Micros")
          .should()
          .haveRawType(long.class)
          .orShould()
          .haveRawType(Long.class);

  @ArchTest
  static final ArchRule EVERY_CLASS_SAYS_WHAT_IT_IS =
      noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Common)");

  private static ArchRule standsAlone(String name) {
    return noClasses()
        .that()
        .resideInAPackage("dev.highstreet.jobs." + name)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.highstreet.jobs..")
                .and(not(resideInAPackage("dev.highstreet.jobs." + name))));
  }
}
