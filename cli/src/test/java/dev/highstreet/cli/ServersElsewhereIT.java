package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Kafka, Postgres and Flink that somebody else runs: here, the test's own process. */
class ServersElsewhereIT {
  private static final String SHOP =
      Path.of("..", "samples", "corner-shop.csv").toAbsolutePath().toString();

  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  @TempDir Path directory;

  @BeforeEach
  void empty() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
  }

  @Test
  void replayUsesThemAndStartsNoneOfItsOwn() throws Exception {
    try (Launched replay =
        Launched.highstreet(
            directory,
            "replay",
            SHOP,
            "--exit",
            "--json",
            "--data",
            "d",
            "--port",
            "0",
            "--kafka",
            KAFKA.bootstrapServers(),
            "--database",
            POSTGRES.url(),
            "--flink",
            FLINK.address().toString())) {
      JsonNode summary = replay.json();
      assertThat(replay.exitCode()).as(replay.err()).isZero();
      assertThat(replay.err()).contains("Servers elsewhere keep what they hold.\n");
      assertThat(summary.at("/orders/accepted").asLong()).isEqualTo(990);
      assertThat(summary.at("/peakResidentBytes/postgres").asLong()).isZero();
    }
    assertThat(uploadedJars()).isEmpty();
    assertThat(directory.resolve("d").resolve("postgres")).doesNotExist();
    assertThat(directory.resolve("d").resolve("kafka")).doesNotExist();
    assertThat(directory.resolve("d").resolve("flink")).doesNotExist();
  }

  @Test
  void signalLeavesNoJobBehind() throws Exception {
    try (Launched replay =
        withEnvironment(
            Map.of(), "replay", SHOP, "--days-per-second", "10", "--data", "d", "--port", "0")) {
      replay.awaitErr("Sent ");
      replay.terminate();
      assertThat(replay.exitCode()).as(replay.err()).isEqualTo(128 + 15);
    }
    assertThat(FLINK.rest().jobs())
        .isNotEmpty()
        .allSatisfy(job -> assertThat(job.status().isGloballyTerminalState()).isTrue());
    assertThat(outcomes()).singleElement().isNotEqualTo("RUNNING");
  }

  @Test
  void savepointOfAnotherKafkaIsNotGoneOnFrom() throws Exception {
    Path data = Files.createDirectory(directory.resolve("d"));
    Files.createFile(data.resolve("lock"));
    Files.writeString(
        data.resolve("resume.json"),
        """
        {"kafka": "another", "database": "%s", "run": 1, "savepoint": "s3://bucket/1", "offsets": {}}
        """
            .formatted(POSTGRES.url()));
    try (Launched replay =
        withEnvironment(
            Map.of(), "replay", SHOP, "--keep", "--exit", "--json", "--data", "d", "--port", "0")) {
      assertThat(replay.json().at("/orders/accepted").asLong()).as(replay.err()).isEqualTo(990);
      assertThat(replay.err()).contains("The last savepoint is of another Kafka or database");
    }
  }

  @Test
  void environmentNamesThemAsWell() throws Exception {
    try (Launched doctor = withEnvironment(Map.of(), "doctor", "--json", "--data", "d")) {
      assertThat(doctor.json().path("wrong").asInt()).as(doctor.out()).isZero();
      assertThat(doctor.out())
          .contains(KAFKA.bootstrapServers(), POSTGRES.url(), FLINK.address().toString());
    }
  }

  @Test
  void littleMemoryIsEnoughBesideThem() throws Exception {
    Map<String, String> little = Map.of("HIGHSTREET_JAVA_OPTIONS", "-Xmx256m");
    try (Launched doctor = withEnvironment(little, "doctor", "--json", "--data", "d")) {
      assertThat(doctor.json().path("wrong").asInt()).as(doctor.out()).isZero();
    }
  }

  @Test
  void databaseWithoutTablesIsSaidInOneLineWithTheWayOut() throws Exception {
    String empty = POSTGRES.url().replaceFirst("/[^/]*$", "/postgres");
    try (Launched up = withEnvironment(Map.of("HIGHSTREET_DB_URL", empty), "up", "--data", "d")) {
      assertThat(up.exitCode()).isEqualTo(2);
      assertThat(up.err().lines())
          .last()
          .asString()
          .contains(empty + " lacks Highstreet's tables")
          .contains("HIGHSTREET_OWNER_PASSWORD");
    }
  }

  @Test
  void jobThatMayNotWriteSaysSoInOneLine() throws Exception {
    Map<String, String> reader = Map.of("HIGHSTREET_DB_USER", "highstreet_reader");
    try (Launched submit = withEnvironment(reader, "submit", "sales", "--data", "d")) {
      assertThat(submit.exitCode()).isEqualTo(1);
      assertThat(submit.err().lines())
          .singleElement()
          .asString()
          .contains("permission denied")
          .doesNotContain("\tat ");
    }
  }

  private static JsonNode uploadedJars() throws IOException {
    try (InputStream answer = FLINK.address().resolve("/jars").toURL().openStream()) {
      return new ObjectMapper().readTree(answer).required("files");
    }
  }

  private static List<String> outcomes() throws SQLException {
    List<String> outcomes = new ArrayList<>();
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT outcome FROM ops.runs")) {
      while (row.next()) {
        outcomes.add(row.getString(1));
      }
    }
    return outcomes;
  }

  private Launched withEnvironment(Map<String, String> more, String... arguments) throws Exception {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "HIGHSTREET_KAFKA", KAFKA.bootstrapServers(),
                "HIGHSTREET_DB_URL", POSTGRES.url(),
                "HIGHSTREET_FLINK", FLINK.address().toString()));
    environment.putAll(more);
    return Launched.run(Launched.SCRIPT, directory, environment, arguments);
  }
}
