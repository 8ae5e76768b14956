package dev.highstreet.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.cli.Launched;
import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.Eventually;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds after the replay of any file: {@code ./highstreet replay FILE --exit --json}, then
 * once more with {@code --keep}.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ReplayContract {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path file;
  private Path directory;
  private JsonNode first;
  private Map<String, List<String>> marts;
  private Map<String, List<String>> key;
  private JsonNode second;
  private Map<String, List<String>> martsAfterwards;

  ReplayContract(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /** Stops here, with a reason, where the file is not to be had. */
  abstract void assumeFile(Path file);

  /** What the first replay summed up. */
  JsonNode summary() {
    return first;
  }

  @BeforeAll
  void replayTwice(@TempDir Path temporary) throws Exception {
    assumeFile(file);
    directory = temporary;
    first = replay();
    marts = marts();
    key = AnswerKey.of(file);
    second = replay("--keep");
    martsAfterwards = marts();
  }

  static Stream<Mart> everyMart() {
    return Mart.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("everyMart")
  void martEqualsTheAnswerKeyRowByRow(Mart mart) {
    assertThat(marts.get(mart.name())).isNotEmpty().containsExactlyElementsOf(key.get(mart.name()));
  }

  @ParameterizedTest
  @MethodSource("everyMart")
  void secondReplayChangesNoMart(Mart mart) {
    assertThat(martsAfterwards.get(mart.name())).isEqualTo(marts.get(mart.name()));
  }

  @Test
  void everyEventOfTheSecondReplayIsRepeatedOrBehind() {
    for (String topic : List.of("orders", "returns")) {
      JsonNode counts = second.path(topic);
      assertThat(counts.path("produced").asLong())
          .isEqualTo(first.path(topic).path("produced").asLong())
          .isEqualTo(counts.path("repeated").asLong() + counts.path("behind").asLong());
      assertThat(counts.path("accepted").asLong()).isZero();
    }
  }

  @Test
  void everyRecordOfBothReplaysIsAccountedFor() {
    for (JsonNode summary : List.of(first, second)) {
      assertThat(summary.path("conservation")).hasSize(5);
      summary
          .path("conservation")
          .properties()
          .forEach(
              topic ->
                  assertThat(topic.getValue().path("difference").asLong())
                      .as(topic.getKey())
                      .isZero());
    }
  }

  @Test
  void secondReplayIsAnotherRunOfTheSameTotals() {
    assertThat(second.path("run").asLong()).isGreaterThan(first.path("run").asLong());
    for (String total : List.of("units", "grossSales", "distinctCustomers")) {
      assertThat(second.path(total)).isEqualTo(first.path(total));
    }
  }

  @Test
  void everythingFitsIntoThreeGigabytes() {
    JsonNode peak = first.path("peakResidentBytes");
    assertThat(peak.path("process").asLong() + peak.path("postgres").asLong())
        .isPositive()
        .isLessThan(3L << 30);
  }

  @Test
  void boundedRunInBatchModeWritesTheSameRows() throws Exception {
    String job;
    try (Launched up = Launched.highstreet(directory, onFreePorts("up", "--json"))) {
      URI flink = URI.create(up.firstLine().path("flink").asText());
      try (Launched submit =
          Launched.highstreet(
              directory,
              "submit",
              "sales",
              "--bounded",
              "--runtime",
              "BATCH",
              "--json",
              "--data",
              "d")) {
        job = submit.json().path("job").asText();
      }
      FlinkRest rest = FlinkRest.at(flink);
      Eventually.wait(
          PATIENCE,
          "job %s to finish".formatted(job),
          () -> rest.status(job) == JobStatus.FINISHED);
    }
    assertThat(marts()).isEqualTo(marts);
    assertThat(ask("SELECT count(DISTINCT run_id) FROM mart.daily_sales")).isEqualTo("1");
    assertThat(ask("SELECT mode FROM ops.runs JOIN mart.daily_sales USING (run_id) LIMIT 1"))
        .isEqualTo("BOUNDED");
  }

  @Test
  void dataTestsHoldOfWhatIsKept() throws Exception {
    try (Launched check = Launched.highstreet(directory, "check", "--json", "--data", "d")) {
      assertThat(check.json().path("wrong").asInt()).as(check.out()).isZero();
    }
  }

  private JsonNode replay(String... options) throws Exception {
    String[] arguments =
        Stream.concat(Stream.of("replay", file.toString(), "--exit", "--json"), Stream.of(options))
            .toArray(String[]::new);
    try (Launched replay = Launched.highstreet(directory, onFreePorts(arguments))) {
      assertThat(replay.exitCode()).as(replay.err()).isZero();
      return replay.json();
    }
  }

  private static String[] onFreePorts(String... arguments) {
    return Stream.concat(
            Stream.of(arguments),
            Stream.of(
                "--data",
                "d",
                "--port",
                "0",
                "--flink-port",
                "0",
                "--kafka-port",
                "0",
                "--database-port",
                "0"))
        .toArray(String[]::new);
  }

  private Map<String, List<String>> marts() throws SQLException {
    return onKeptDatabase(reader -> AnswerKey.read(reader, Mart::kept));
  }

  private String ask(String question) throws SQLException {
    return onKeptDatabase(
        reader -> {
          try (ResultSet row = reader.createStatement().executeQuery(question)) {
            row.next();
            return row.getString(1);
          }
        });
  }

  /** Reads what a stopped platform has kept. */
  private <A> A onKeptDatabase(Question<A> question) throws SQLException {
    Path kept = directory.resolve("d").resolve("postgres");
    assertThat(kept.resolve("postmaster.pid")).doesNotExist();
    try (EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(kept, 0);
        Connection reader = postgres.as(Roles.READER).getConnection()) {
      return question.ask(reader);
    }
  }

  private interface Question<A> {
    A ask(Connection reader) throws SQLException;
  }
}
