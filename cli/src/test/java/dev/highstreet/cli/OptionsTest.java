package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.console.Surroundings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every command, with its default; "" where there is none. */
class OptionsTest {
  private static final Map<String, String> SERVERS =
      Map.of("--data", ".highstreet", "--kafka", "", "--database", "", "--flink", "");
  private static final Map<String, String> PORTS =
      Map.of(
          "--port",
          "8080",
          "--flink-port",
          "8081",
          "--kafka-port",
          "9092",
          "--database-port",
          "5432");
  private static final Map<String, String> JOBS =
      Map.of("--time-zone", "Europe/London", "--parallelism", "2");
  private static final Map<String, String> SHOP =
      Map.of(
          "--profile", "gift-shop",
          "--seed", "1",
          "--from", "2024-11-01",
          "--days", "365",
          "--customers", "",
          "--threads", "1",
          "--scenario", "",
          "--faults", "none");
  private static final Map<String, String> HELP = Map.of("--help", "", "--version", "");

  @Test
  void up() {
    assertThat(defaults("up")).isEqualTo(all(SERVERS, PORTS, JOBS, HELP, Map.of("--json", "")));
  }

  @Test
  void backfill() {
    assertThat(defaults("backfill"))
        .isEqualTo(
            all(
                SERVERS,
                PORTS,
                JOBS,
                HELP,
                Map.of(
                    "--from", "",
                    "--to", "",
                    "--late", "",
                    "--files", "",
                    "--runtime", "BATCH",
                    "--json", "")));
  }

  @Test
  void replay() {
    assertThat(defaults("replay"))
        .isEqualTo(
            all(
                SERVERS,
                PORTS,
                JOBS,
                HELP,
                Map.of(
                    "--columns", "",
                    "--cost-ratio", "0.60",
                    "--days-per-second", "",
                    "--keep", "",
                    "--exit", "",
                    "--json", "")));
  }

  @Test
  void simulate() {
    assertThat(defaults("simulate"))
        .isEqualTo(
            all(
                SHOP,
                HELP,
                Map.of(
                    "--to", "stdout",
                    "--out", "",
                    "--sample", "",
                    "--speed", "",
                    "--truth", "",
                    "--kafka", "",
                    "--data", ".highstreet",
                    "--time-zone", "Europe/London",
                    "--json", "")));
  }

  @Test
  void send() {
    assertThat(defaults("send"))
        .isEqualTo(
            all(
                HELP,
                Map.of(
                    "--url", "",
                    "--count", "",
                    "--file", "",
                    "--delay", "0",
                    "--batch", "1",
                    "--attempts", "8",
                    "--products", "",
                    "--store", "",
                    "--json", "")));
  }

  @Test
  void calibrate() {
    assertThat(defaults("calibrate"))
        .isEqualTo(
            all(
                HELP,
                Map.of(
                    "--out", "",
                    "--report", "",
                    "--columns", "",
                    "--name", "",
                    "--source", "",
                    "--currency", "GBP",
                    "--time-zone", "Europe/London",
                    "--no-score", "",
                    "--json", "")));
  }

  @Test
  void bench() {
    assertThat(defaults("bench"))
        .isEqualTo(
            all(
                HELP,
                Map.of(
                    "--orders", "1000000",
                    "--rounds", "5",
                    "--only", "",
                    "--out", "",
                    "--json", "")));
  }

  @Test
  void demo() {
    assertThat(defaults("demo"))
        .isEqualTo(
            all(
                SHOP,
                SERVERS,
                PORTS,
                JOBS,
                HELP,
                Map.of("--speed", "3600", "--exit", "", "--json", "")));
  }

  @Test
  void control() {
    assertThat(defaults("control"))
        .isEqualTo(
            all(
                HELP,
                Map.of(
                    "--data", ".highstreet",
                    "--speed", "",
                    "--pause", "",
                    "--resume", "",
                    "--start", "",
                    "--set", "",
                    "--stop", "",
                    "--send", "",
                    "--between", "",
                    "--json", "")));
  }

  @Test
  void submit() {
    assertThat(defaults("submit"))
        .isEqualTo(
            all(
                SERVERS,
                JOBS,
                HELP,
                Map.of(
                    "--bounded", "",
                    "--runtime", "",
                    "--from-savepoint", "",
                    "--jar", "",
                    "--json", "")));
  }

  @Test
  void stop() {
    assertThat(defaults("stop"))
        .isEqualTo(
            all(SERVERS, HELP, Map.of("--savepoint", "", "--savepoint-dir", "", "--json", "")));
  }

  @Test
  void deadLetters() {
    assertThat(defaults("dead-letters")).isEqualTo(HELP);
    assertThat(defaults("dead-letters", "list"))
        .isEqualTo(
            all(
                SERVERS,
                HELP,
                Map.of(
                    "--reason", "",
                    "--topic", "",
                    "--from", "",
                    "--to", "",
                    "--time-zone", "Europe/London",
                    "--limit", "50",
                    "--json", "")));
    assertThat(defaults("dead-letters", "show"))
        .isEqualTo(all(SERVERS, HELP, Map.of("--json", "")));
    assertThat(defaults("dead-letters", "replay"))
        .isEqualTo(
            all(
                SERVERS,
                HELP,
                Map.of(
                    "--reason", "",
                    "--all", "",
                    "--event", "",
                    "--new-event-id", "",
                    "--again", "",
                    "--dry-run", "",
                    "--json", "")));
  }

  @Test
  void check() {
    assertThat(defaults("check")).isEqualTo(all(SERVERS, HELP, Map.of("--json", "")));
  }

  @Test
  void verify() {
    assertThat(defaults("verify"))
        .isEqualTo(
            all(
                SERVERS,
                HELP,
                Map.of(
                    "--as-streamed", "",
                    "--as-healed", "",
                    "--from", "",
                    "--to", "",
                    "--truth", "",
                    "--file", "",
                    "--json", "")));
  }

  @Test
  void doctor() {
    assertThat(defaults("doctor")).isEqualTo(all(SERVERS, PORTS, HELP, Map.of("--json", "")));
  }

  private static Map<String, String> defaults(String... command) {
    CommandLine line = Highstreet.line(Surroundings.ofThisProcess());
    for (String name : command) {
      line = line.getSubcommands().get(name);
    }
    Map<String, String> defaults = new HashMap<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      String value = option.defaultValue() == null ? "" : option.defaultValue();
      defaults.put(option.longestName(), value);
    }
    return defaults;
  }

  @SafeVarargs
  private static Map<String, String> all(Map<String, String>... groups) {
    Map<String, String> together = new HashMap<>();
    for (Map<String, String> group : groups) {
      together.putAll(group);
    }
    return together;
  }
}
