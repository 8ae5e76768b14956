package dev.highstreet.cli.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DatabaseAtHand;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.local.ServerOptions;
import dev.highstreet.sql.CheckResult;
import dev.highstreet.sql.DataChecks;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the data tests, and shows the rows that contradict them. */
@Command(
    name = "check",
    description = {
      "Runs the data tests in sql/checks: each derives a total again from another table, or follows"
          + " references.",
      "The database is that of --database, of the platform that runs on --data, or the one that an"
          + " earlier platform left there."
    },
    footer = {
      "",
      "They hold when the job has read everything: half way through, a test may see an order without"
          + " its day.",
      "Exit code 1 if a row contradicts a test."
    })
public final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--json", description = "Print one line for machines.")
  private boolean json;

  @Mixin private ServerOptions options;

  /** A command in its surroundings. */
  public CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<CheckResult> results =
        DatabaseAtHand.ask(
            options,
            surroundings,
            "check",
            "there is nothing to check in %s: replay a file first, or name a database with --database",
            CheckCommand::run);
    if (json) {
      surroundings.out().println(asJson(results));
    } else {
      print(results);
    }
    return results.stream().allMatch(CheckResult::passed) ? 0 : CommandException.ANSWER_IS_NO;
  }

  private static List<CheckResult> run(Databases databases) {
    try {
      return DataChecks.run(databases.reader().connections());
    } catch (SQLException e) {
      throw CommandException.usedWrongly(
          "no use of the database %s as %s: %s"
              .formatted(databases.url(), databases.reader().user(), e.getMessage()),
          e);
    }
  }

  private void print(List<CheckResult> results) {
    for (CheckResult result : results) {
      surroundings
          .out()
          .printf(
              "%-5s  %s%n",
              result.passed() ? "ok" : "wrong",
              result.passed()
                  ? result.claim()
                  : String.format(
                      Locale.ROOT,
                      "%s %,d rows contradict this (%s):",
                      result.claim(),
                      result.violations(),
                      result.name()));
      result.firstViolations().forEach(row -> surroundings.out().printf("         %s%n", row));
    }
  }

  private static ObjectNode asJson(List<CheckResult> results) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("wrong", results.stream().filter(result -> !result.passed()).count());
    for (CheckResult result : results) {
      ObjectNode node =
          root.withArray("checks")
              .addObject()
              .put("name", result.name())
              .put("claim", result.claim())
              .put("violations", result.violations());
      result.firstViolations().forEach(node.putArray("first")::add);
    }
    return root;
  }
}
