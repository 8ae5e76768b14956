package dev.highstreet.jobs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stands for the class whose main reads the arguments, and for what is told to it. */
final class ExampleJob {
  static final String URL = "jdbc:postgresql://db:5432/highstreet";
  static final Map<String, String> NOTHING_SET = Map.of();

  private ExampleJob() {}

  static SalesConfig live(Map<String, String> environment, String... arguments) {
    return SalesArguments.live(ExampleJob.class, arguments, environment, System.out).orElseThrow();
  }

  static SalesConfig bounded(Map<String, String> environment, String... arguments) {
    return SalesArguments.bounded(ExampleJob.class, arguments, environment, System.out)
        .orElseThrow()
        .sales();
  }

  /** With these arguments, and with an address of Kafka and of the database. */
  static BackfillConfig backfill(String... arguments) {
    return SalesArguments.backfill(ExampleJob.class, completed(arguments), NOTHING_SET, System.out)
        .orElseThrow();
  }

  /** With that argument, and with an address of Kafka and of the database if it is neither. */
  static SalesConfig complete(String argument) {
    return bounded(NOTHING_SET, completed(argument));
  }

  private static String[] completed(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (all.stream().noneMatch(argument -> argument.startsWith("--kafka="))) {
      all.add("--kafka=broker:9092");
    }
    if (all.stream().noneMatch(argument -> argument.startsWith("--database="))) {
      all.add("--database=" + URL);
    }
    return all.toArray(String[]::new);
  }
}
