package dev.highstreet.dashboard;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.highstreet.dashboard.shell.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(
    packages = "dev.highstreet.dashboard",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern TEXT_BLOCK =
      Pattern.compile("\"\"\"\\s*\\R(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(INSERT|UPDATE|DELETE|MERGE|TRUNCATE|COPY|CALL|CREATE|ALTER|DROP|GRANT)\\b");

  @ArchTest
  static final ArchRule onlyQueriesAskTheDatabase =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Query")
          .and()
          .doNotHaveFullyQualifiedName(Database.class.getName())
          .should()
          .callMethodWhere(
              target(
                  DescribedPredicate.and(
                      nameMatching("rows|row"), owner(equivalentTo(Database.class)))));

  @ArchTest
  static final ArchRule onlyTheShellAndWhatIsWrittenDownOpenConnections =
      noClasses()
          .that()
          .resideOutsideOfPackages("..shell..", "..access..")
          .and()
          .doNotHaveSimpleName("Deliveries")
          .and()
          .doNotHaveSimpleName("UploadBook")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.Connection");

  @ArchTest
  static final ArchRule pagesDoNotKnowEachOther =
      slices()
          .matching(
              "dev.highstreet.dashboard.(documentation|monitoring|pipeline|sales|simulator|storefront|transactions|uploads)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule whatPagesShareDoesNotKnowThem =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..alerts..",
              "..catalogue..",
              "dev.highstreet.dashboard.flink..",
              "..intake..",
              "..ledger..",
              "..reconciliation..",
              "..shell..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..documentation..",
              "..monitoring..",
              "..pipeline..",
              "..sales..",
              "..simulator..",
              "..storefront..",
              "..transactions..",
              "..uploads..");

  @ArchTest
  static final ArchRule shellKnowsNoSource =
      noClasses()
          .that()
          .resideInAPackage("..shell..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..alerts..", "dev.highstreet.dashboard.flink..", "..ledger..", "..reconciliation..");

  @ArchTest
  static final ArchRule onlyTheBucketKnowsItsLibrary =
      noClasses()
          .that()
          .doNotHaveSimpleName("Bucket")
          .and()
          .doNotHaveSimpleName("S3Settings")
          .and()
          .doNotHaveSimpleName("S3Words")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule environmentIsReadInOnePlace =
      noClasses()
          .that()
          .doNotHaveSimpleName("DashboardMain")
          .should()
          .callMethod(System.class, "getenv");

  @ArchTest
  static final ArchRule whatTemplatesShowCannotChange =
      classes().that().haveSimpleNameEndingWith("View").should().beRecords();

  @Test
  void everyStatementOnlyReads() throws IOException {
    List<String> statements = statements();

    assertThat(statements).hasSizeGreaterThan(15);
    assertThat(statements)
        .allSatisfy(
            statement -> {
              assertThat(statement.strip()).matches("(?s)(SELECT|WITH)\\b.*");
              assertThat(WRITES.matcher(statement).find()).as(statement).isFalse();
            });
  }

  private static List<String> statements() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith("Query.java"))
          .flatMap(file -> TEXT_BLOCK.matcher(read(file)).results())
          .map((MatchResult block) -> block.group(1))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
