package dev.highstreet.jobs.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SalesHelpTest {
  private static final Map<String, String> SECRET = Map.of("HIGHSTREET_DB_PASSWORD", "hunter2");

  /** A way to parse the arguments of a job. */
  private interface Parser {
    Optional<?> parse(
        Class<?> job, String[] arguments, Map<String, String> environment, PrintStream out);
  }

  @Test
  void helpListsEveryArgumentAndRunsNothing() {
    String help = help(SalesArguments::bounded, "--help");
    assertThat(options(help))
        .containsExactly(
            "--kafka",
            "--database",
            "--database-user",
            "--time-zone",
            "--lateness",
            "--clock-skew",
            "--parallelism",
            "--checkpoint-interval",
            "--help",
            "--runtime",
            "--marts");
    assertThat(help)
        .startsWith("Usage: ExampleJob")
        .contains("Stop the live job before")
        .contains("HIGHSTREET_KAFKA", "HIGHSTREET_DB_URL", "HIGHSTREET_DB_USER")
        .contains("HIGHSTREET_DB_PASSWORD")
        .contains("Europe/London", "PT48H", "PT5M", "PT10S");
  }

  @Test
  void helpOfABackfillListsWhatOnlyItHas() {
    assertThat(options(help(SalesArguments::backfill, "--help")))
        .contains("--kafka", "--lateness")
        .endsWith("--help", "--from", "--to", "--upload", "--runtime");
  }

  @Test
  void helpOfALiveJobDoesNotOfferARuntime() {
    assertThat(help(SalesArguments::live, "-h"))
        .contains("--kafka")
        .doesNotContain("--runtime", "the live job");
  }

  @Test
  void helpNeverPrintsThePassword() {
    assertThat(help(SalesArguments::bounded, "--help")).doesNotContain("hunter2");
  }

  /** What is printed, instead of running anything. */
  private static String help(Parser parser, String argument) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, UTF_8);
    assertThat(parser.parse(ExampleJob.class, new String[] {argument}, SECRET, out)).isEmpty();
    return printed.toString(UTF_8);
  }

  private static List<String> options(String help) {
    return Pattern.compile("(?m)^ +(?:-., )?(--[a-z-]+)[= ,\\n]")
        .matcher(help)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
