package dev.highstreet.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.cli.Launched;
import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.sql.AnswerKey;
import dev.highstreet.sql.AnswerKeyTable;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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
  private JsonNode verdict;
  private JsonNode second;
  private JsonNode verdictAfterwards;

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
    verdict = verify();
    second = replay("--keep");
    verdictAfterwards = verify();
  }

  static Stream<String> everyMart() {
    return AnswerKey.TABLES.stream()
        .map(AnswerKeyTable::name)
        .filter(name -> name.startsWith("mart."));
  }

  @ParameterizedTest
  @MethodSource("everyMart")
  void martEqualsTheAnswerKeyRowByRow(String mart) {
    assertEqual(verdict, mart);
  }

  @ParameterizedTest
  @MethodSource("everyMart")
  void secondReplayChangesNoMart(String mart) {
    assertEqual(verdictAfterwards, mart);
  }

  @Test
  void whatAFileTellsNothingOfIsSaid() {
    assertThat(verdict.path("compared").asInt()).isEqualTo(11);
    assertThat(verdict.path("basis").asText()).contains(file.toString());
    assertThat(verdict.path("notCompared").findValuesAsText("table"))
        .contains("core.orders", "ops.run_counts", "records in Kafka");
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
    JsonNode bounded = verify();
    everyMart().forEach(mart -> assertEqual(bounded, mart));
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

  /** What {@code ./highstreet verify --file FILE} says of what is kept. */
  JsonNode verify(String... options) throws Exception {
    try (Launched verify = verifying(directory, options)) {
      JsonNode verdict = verify.json();
      assertThat(verify.exitCode()).isEqualTo(verdict.path("differences").asLong() == 0 ? 0 : 1);
      return verdict;
    }
  }

  private Launched verifying(Path where, String... options) throws IOException {
    String[] arguments =
        Stream.concat(
                Stream.of("verify", "--file", file.toString(), "--json", "--data", "d"),
                Stream.of(options))
            .toArray(String[]::new);
    return Launched.highstreet(where, arguments);
  }

  /** Replays without an end, and asks while the platform is up, until every day is compared. */
  void awaitEqualWhileUp(Path where, String lastDay) throws Exception {
    try (Launched up = Launched.highstreet(where, onFreePorts("replay", file.toString()))) {
      up.awaitOut("All events are sent");
      Eventually.wait(
          PATIENCE,
          "all days up to %s to be compared, and equal".formatted(lastDay),
          () -> {
            try (Launched verify = verifying(where)) {
              return verify.exitCode() == 0
                  && verify.json().path("lastDay").asText().equals(lastDay);
            }
          });
    }
  }

  private static void assertEqual(JsonNode verdict, String mart) {
    JsonNode table = table(verdict, mart);
    assertThat(table.path("expected").asLong()).as(mart).isPositive();
    assertThat(table.path("equal")).as(table.toString()).isEqualTo(table.path("expected"));
    assertThat(table.path("extra").asLong()).as(table.toString()).isZero();
  }

  /** What a verdict says of a table. */
  static JsonNode table(JsonNode verdict, String name) {
    for (JsonNode table : verdict.path("tables")) {
      if (table.path("table").asText().equals(name)) {
        return table;
      }
    }
    throw new AssertionError("%s was not compared: %s".formatted(name, verdict));
  }

  private String ask(String question) throws SQLException {
    try (EmbeddedPostgresServer postgres = kept();
        Connection reader = postgres.as(Roles.READER).getConnection();
        ResultSet row = reader.createStatement().executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Changes what a stopped platform has kept. */
  void change(String statement) throws SQLException {
    try (EmbeddedPostgresServer postgres = kept();
        Connection writer = postgres.as(Roles.WRITER).getConnection();
        Statement change = writer.createStatement()) {
      assertThat(change.executeUpdate(statement)).isOne();
    }
  }

  private EmbeddedPostgresServer kept() {
    Path kept = directory.resolve("d").resolve("postgres");
    assertThat(kept.resolve("postmaster.pid")).doesNotExist();
    return EmbeddedPostgresServer.start(kept, 0);
  }
}
