package dev.highstreet.jobs.config;

import static dev.highstreet.jobs.config.ExampleJob.NOTHING_SET;
import static dev.highstreet.jobs.config.ExampleJob.URL;
import static dev.highstreet.jobs.config.ExampleJob.bounded;
import static dev.highstreet.jobs.config.ExampleJob.complete;
import static dev.highstreet.jobs.config.ExampleJob.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.mart.Database;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesArgumentsTest {
  @Test
  void everyArgumentIsRead() {
    assertThat(
            bounded(
                NOTHING_SET,
                "--kafka=broker:9092",
                "--database=" + URL,
                "--database-user=alice",
                "--time-zone=Asia/Tokyo",
                "--lateness=PT24H",
                "--clock-skew=PT1M",
                "--parallelism=3",
                "--checkpoint-interval=PT30S",
                "--runtime=STREAMING"))
        .isEqualTo(
            new SalesConfig(
                "broker:9092",
                new Database(URL, "alice", ""),
                ZoneId.of("Asia/Tokyo"),
                new Clocks(Duration.ofDays(1), Duration.ofMinutes(1)),
                3,
                30_000,
                false));
  }

  @Test
  void whatIsNotGivenHasADefault() {
    assertThat(bounded(NOTHING_SET, "--kafka=broker:9092", "--database=" + URL))
        .isEqualTo(
            new SalesConfig(
                "broker:9092",
                new Database(URL, "highstreet_writer", ""),
                ZoneId.of("Europe/London"),
                new Clocks(Duration.ofDays(2), Duration.ofMinutes(5)),
                2,
                10_000,
                true));
  }

  @Test
  void martsAreNamedWithCommasBetweenThem() {
    String[] all = {"--kafka=broker:9092", "--database=" + URL, "--marts=daily_sales,hourly_sales"};
    assertThat(
            SalesArguments.bounded(ExampleJob.class, all, NOTHING_SET, System.out)
                .orElseThrow()
                .marts())
        .containsExactly("daily_sales", "hourly_sales");
  }

  @Test
  void whatIsNotGivenFallsBackToTheEnvironment() {
    assertThat(
            live(
                Map.of(
                    "HIGHSTREET_KAFKA", "broker:9092",
                    "HIGHSTREET_DB_URL", URL,
                    "HIGHSTREET_DB_USER", "alice",
                    "HIGHSTREET_DB_PASSWORD", "hunter2")))
        .extracting(SalesConfig::kafka, SalesConfig::database)
        .containsExactly("broker:9092", new Database(URL, "alice", "hunter2"));
  }

  @Test
  void argumentWinsOverTheEnvironment() {
    assertThat(
            live(
                Map.of(
                    "HIGHSTREET_KAFKA", "other:9092",
                    "HIGHSTREET_DB_URL", "jdbc:postgresql://other/highstreet",
                    "HIGHSTREET_DB_USER", "bob"),
                "--kafka=broker:9092",
                "--database=" + URL,
                "--database-user=alice"))
        .extracting(SalesConfig::kafka, SalesConfig::database)
        .containsExactly("broker:9092", new Database(URL, "alice", ""));
  }

  @Test
  void argumentMayBeSeparatedByASpaceAsTheWebUiPassesIt() {
    assertThat(live(NOTHING_SET, "--kafka", "broker:9092", "--database", URL).kafka())
        .isEqualTo("broker:9092");
  }

  @Test
  void liveJobIsNeverBatch() {
    assertThat(live(NOTHING_SET, "--kafka=broker:9092", "--database=" + URL).batch()).isFalse();
    assertThatThrownBy(
            () -> live(NOTHING_SET, "--kafka=broker:9092", "--database=" + URL, "--runtime=BATCH"))
        .hasMessage("ExampleJob: Unknown option: '--runtime=BATCH' (--help lists the arguments)");
  }

  @ParameterizedTest
  @CsvSource({"batch, true", "BATCH, true", "Streaming, false"})
  void runtimeIsReadInAnyCase(String runtime, boolean batch) {
    assertThat(complete("--runtime=" + runtime).batch()).isEqualTo(batch);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--time-zone=Mars/Olympus | 'Mars/Olympus' is no time zone; write one like Europe/London",
        "--lateness=48h | Invalid value for option '--lateness': '48h' is no duration; write one like PT48H",
        "--clock-skew=5 | '5' is no duration; write one like PT48H (ISO 8601)",
        "--lateness=PT-1S | --lateness is PT-1S and --clock-skew is PT5M; neither may be negative",
        "--clock-skew=PT-1S | --lateness is PT48H and --clock-skew is PT-1S; neither may be negative",
        "--lateness=P36501D | lateness PT876024H and skew PT5M must be at most PT876000H",
        "--lateness=PT2562047788015215H | must be at most PT876000H",
        "--parallelism=0 | --parallelism is 0; it must be from 1 to 128",
        "--parallelism=129 | --parallelism is 129; it must be from 1 to 128",
        "--parallelism=two | Invalid value for option '--parallelism': 'two' is not an int",
        "--checkpoint-interval=PT0.099S | --checkpoint-interval is PT0.099S; it must be from PT0.1S",
        "--checkpoint-interval=PT24H0.001S | it must be from PT0.1S to PT24H",
        "--checkpoint-interval=PT2562047788015215H | it must be from PT0.1S to PT24H",
        "--checkpoint-interval=10 | '10' is no duration",
        "--runtime=FAST | expected one of [STREAMING, BATCH] (case-insensitive) but was 'FAST'",
        "--database=jdbc:mysql://db/highstreet | \"jdbc:mysql://db/highstreet\" is not one of PostgreSQL",
        "--database-user= | the database user is blank: set HIGHSTREET_DB_USER",
        "--kafka= | --kafka is missing: pass it, or set HIGHSTREET_KAFKA",
        "--database= | --database is missing: pass it, or set HIGHSTREET_DB_URL",
        "--colour=red | Unknown option: '--colour=red'",
        "surplus | Unmatched argument at index",
      })
  void wrongArgumentIsNamedWithItsValueAndTheWayOut(String argument, String message) {
    assertThatThrownBy(() -> complete(argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ExampleJob: ")
        .hasMessageContaining(message)
        .hasMessageEndingWith("(--help lists the arguments)")
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--parallelism=1", "--parallelism=128"})
  void parallelismAtItsBoundsIsTaken(String argument) {
    assertThat(complete(argument).parallelism()).isIn(1, 128);
  }

  @ParameterizedTest
  @CsvSource({"PT0.1S, 100", "P1D, 86400000"})
  void checkpointIntervalAtItsBoundsIsTaken(String interval, long millis) {
    assertThat(complete("--checkpoint-interval=" + interval).checkpointMillis()).isEqualTo(millis);
  }

  @Test
  void missingAddressNamesTheOptionAndTheVariable() {
    assertThatThrownBy(() -> live(Map.of("HIGHSTREET_DB_URL", URL)))
        .hasMessage(
            "ExampleJob: --kafka is missing: pass it, or set HIGHSTREET_KAFKA (--help lists the"
                + " arguments)");
    assertThatThrownBy(() -> live(Map.of("HIGHSTREET_KAFKA", "broker:9092")))
        .hasMessageContaining("--database is missing: pass it, or set HIGHSTREET_DB_URL");
    assertThatThrownBy(() -> live(Map.of("HIGHSTREET_KAFKA", " ", "HIGHSTREET_DB_URL", URL)))
        .hasMessageContaining("--kafka is missing");
  }

  @Test
  void passwordIsNotAnArgumentAndIsNeverPrinted() {
    Map<String, String> secret = Map.of("HIGHSTREET_DB_PASSWORD", "hunter2");
    assertThatThrownBy(
            () -> live(secret, "--kafka=broker:9092", "--database=" + URL + "?password=hunter2"))
        .hasMessageContaining("set HIGHSTREET_DB_PASSWORD")
        .satisfies(e -> assertThat(ExceptionUtils.stringifyException(e)).doesNotContain("hunter2"));
    SalesConfig config = live(secret, "--kafka=broker:9092", "--database=" + URL);
    assertThat(config.database().password()).isEqualTo("hunter2");
    assertThat(config.toString()).contains("password=***").doesNotContain("hunter2");
    assertThatThrownBy(() -> live(secret, "--parallelism=0"))
        .satisfies(e -> assertThat(ExceptionUtils.stringifyException(e)).doesNotContain("hunter2"));
  }
}
