package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.testsupport.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other commands, and other platforms, do beside a platform that is up. */
class RunningPlatformIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path directory;
  private static ServerSocket busy;
  private static Launched up;
  private static JsonNode addresses;

  @BeforeAll
  static void start() throws Exception {
    busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    up =
        Launched.highstreet(
            directory,
            "up",
            "--json",
            "--data",
            "d",
            "--port",
            Integer.toString(busy.getLocalPort()),
            "--flink-port",
            "0",
            "--kafka-port",
            "0",
            "--database-port",
            "0");
    addresses = up.firstLine();
  }

  @AfterAll
  static void stop() throws Exception {
    up.close();
    busy.close();
  }

  @Test
  void busyPortGaveWayToTheNext() throws Exception {
    int port = URI.create(addresses.path("dashboard").asText()).getPort();
    assertThat(port).isGreaterThan(busy.getLocalPort());
    assertThat(up.err())
        .contains("Port %d is busy; the dashboard takes %d.".formatted(busy.getLocalPort(), port));
  }

  @Test
  void pagesAreServed() throws Exception {
    HttpRequest page =
        HttpRequest.newBuilder(URI.create(addresses.path("dashboard").asText())).build();
    assertThat(HttpClient.newHttpClient().send(page, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void operatorSetsInMotionFromAPageWhatACommandDoes() throws Exception {
    assertThat(post("/monitoring/check", "Accept", "text/html")).isEqualTo(401);
    assertThat(post("/monitoring/check", "Authorization", "Bearer " + token())).isEqualTo(303);
    await(
        """
        SELECT count(*) FROM ops.audit
        WHERE action = 'check' AND actor = 'operator' AND outcome = 'DONE'
          AND detail LIKE 'All % data tests hold.'""",
        1);
  }

  @Test
  void whatCannotBeDoneNowIsWrittenDownWithTheReason() throws Exception {
    assertThat(post("/monitoring/verify", "Authorization", "Bearer " + token())).isEqualTo(303);
    await(
        """
        SELECT count(*) FROM ops.audit
        WHERE action = 'verify' AND outcome = 'REFUSED' AND detail LIKE '%truth%'""",
        1);
  }

  private static String token() throws IOException {
    return Files.readString(directory.resolve("d").resolve("operator-token")).strip();
  }

  private static int post(String path, String... headers) throws Exception {
    HttpRequest change =
        HttpRequest.newBuilder(URI.create(addresses.path("dashboard").asText() + path))
            .POST(BodyPublishers.noBody())
            .headers(headers)
            .build();
    return HttpClient.newHttpClient().send(change, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void secondPlatformOnTheSameDataIsRefused() throws Exception {
    try (Launched second = Launched.highstreet(directory, "up", "--data", "d")) {
      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.err().lines())
          .singleElement()
          .asString()
          .contains("is in use by process " + up.process().pid())
          .contains(addresses.path("dashboard").asText());
    }
  }

  @Test
  void doctorFindsItWell() throws Exception {
    try (Launched doctor = Launched.highstreet(directory, "doctor", "--json", "--data", "d")) {
      assertThat(doctor.json().path("wrong").asInt()).as(doctor.out()).isZero();
      assertThat(doctor.out())
          .contains("has all topics", "answers highstreet_reader", "runs as process");
    }
  }

  @Test
  void checkUsesItsDatabase() throws Exception {
    try (Launched check = Launched.highstreet(directory, "check", "--json", "--data", "d")) {
      assertThat(check.json().path("wrong").asInt()).as(check.out()).isZero();
    }
  }

  @Test
  void secondLiveJobIsRefused() throws Exception {
    try (Launched submit = Launched.highstreet(directory, "submit", "sales", "--data", "d")) {
      assertThat(submit.exitCode()).isEqualTo(1);
      assertThat(submit.err()).contains("a live sales job runs on that cluster already");
    }
  }

  @Test
  void noDayHasLateEvents() throws Exception {
    try (Launched backfill =
        Launched.highstreet(directory, "backfill", "sales", "--late", "--data", "d")) {
      assertThat(backfill.exitCode()).as(backfill.err()).isZero();
      assertThat(backfill.out()).isEqualTo("No day has late events that were not counted in.\n");
    }
  }

  @Test
  void noUploadedJarIsLeft() throws Exception {
    try (Stream<Path> files = Files.walk(directory.resolve("d").resolve("flink/upload"))) {
      assertThat(files).isNotEmpty().noneMatch(Files::isRegularFile);
    }
  }

  @Test
  void boundedJobRunsBesideTheLiveOne() throws Exception {
    try (Launched submit =
        Launched.highstreet(directory, "submit", "sales", "--bounded", "--json", "--data", "d")) {
      String job = submit.json().path("job").asText();
      FlinkRest flink = FlinkRest.at(URI.create(addresses.path("flink").asText()));
      Eventually.wait(
          PATIENCE,
          "job %s to finish".formatted(job),
          () -> flink.status(job) == JobStatus.FINISHED);
      assertThat(flink.jobs())
          .filteredOn(other -> other.status() == JobStatus.RUNNING)
          .singleElement()
          .satisfies(live -> assertThat(live.name()).contains("live"));
    }
  }

  @Test
  void mendedLetterIsAcceptedOnceHoweverOftenItIsSent() throws Exception {
    Path event = directory.resolve("event.json");
    String place;
    try (TeapotShop shop = new TeapotShop(addresses.path("kafka").asText())) {
      shop.publish(1);
      shop.sellInAnUnknownTongue("mended", Instant.parse("2011-11-05T10:00:00Z"));
    }
    await("SELECT count(*) FROM ops.dead_letters WHERE key = 'mended'", 1);
    JsonNode list = lastLine("dead-letters", "list", "--reason", "UNKNOWN_SCHEMA", "--json");
    place = list.at("/letters/0/place").asText();
    try (Launched show = highstreet("dead-letters", "show", place, "--json")) {
      assertThat(show.exitCode()).as(show.err()).isZero();
      Files.writeString(event, show.out());
    }

    JsonNode first = lastLine("dead-letters", "replay", place, "--event", "event.json", "--json");
    assertThat(first.at("/letters/0/outlook").asText()).startsWith("on time");
    await("SELECT count(*) FROM core.orders WHERE order_id = 'mended'", 1);
    try (Launched second = highstreet("dead-letters", "replay", place, "--event", "event.json")) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.out()).contains("not sent: it was sent back", "--again");
    }
    String repeated =
        "SELECT sum(events) FROM ops.run_counts WHERE topic = 'highstreet.orders' AND outcome = 'REPEATED'";
    long before = number(repeated);
    JsonNode again =
        lastLine("dead-letters", "replay", place, "--event", "event.json", "--again", "--json");
    assertThat(again.at("/letters/0/outlook").asText()).contains("repeated, and changes nothing");
    await(repeated, before + 1);

    assertThat(number("SELECT orders FROM mart.daily_sales WHERE day = '2011-11-05'")).isOne();
    assertThat(number("SELECT count(*) FROM ops.letter_replays WHERE repaired")).isEqualTo(2);
    assertThat(
            lastLine("dead-letters", "list", "--json").at("/letters/0/replayedAt").isMissingNode())
        .isFalse();
  }

  @Test
  void stoppedJobGoesOnFromItsSavepointWithAnotherParallelismWhileThePlatformStaysUp()
      throws Exception {
    Instant morning = Instant.parse("2011-11-06T10:00:00Z");
    String orders = "SELECT count(*) FROM core.orders WHERE day = '2011-11-06'";
    JsonNode stopped;
    try (TeapotShop shop = new TeapotShop(addresses.path("kafka").asText())) {
      shop.publish(1);
      shop.sell("first", morning, 1);
      shop.sell("waits", morning.plusSeconds(1), 2);
      await(orders, 1);
      stopped = lastLine("stop", "sales", "--savepoint", "--json");
      assertThat(stopped.path("outcome").asText()).isEqualTo("STOPPED");
      up.awaitErr("The sales job was stopped. The platform stays up");
      try (Launched second = highstreet("stop", "sales")) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("no live sales job runs on");
      }
      shop.publish(2); // what the order waits for comes while no job runs
      shop.sell("second", morning.plusSeconds(2), 2);
    }
    String savepoint = stopped.path("savepoint").asText();
    assertThat(Files.readString(directory.resolve("d").resolve("resume.json"))).contains(savepoint);

    JsonNode submitted =
        lastLine("submit", "sales", "--from-savepoint", savepoint, "--parallelism", "1", "--json");

    assertThat(submitted.path("job").asText()).isNotEmpty();
    await(orders, 3);
    long run = number("SELECT max(run_id) FROM ops.runs WHERE mode = 'LIVE'");
    up.awaitErr("The sales job runs again: run %d.".formatted(run));
    assertThat(number("SELECT orders FROM mart.daily_sales WHERE day = '2011-11-06'")).isEqualTo(3);
    // the order that waited was read by the run before, and is accounted for by this one
    await(EveryRecord.countedUpTo(run), EveryRecord.sent(directory.resolve("d")));
    try (Launched again = highstreet("submit", "sales", "--from-savepoint", savepoint)) {
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.err()).contains("a live sales job runs on that cluster already");
    }
  }

  @Test
  void savepointThatIsNotThereIsRefused() throws Exception {
    try (Launched submit = highstreet("submit", "sales", "--from-savepoint", "nowhere")) {
      assertThat(submit.exitCode()).isEqualTo(2);
      assertThat(submit.err()).contains("there is no savepoint", "nowhere");
    }
  }

  @Test
  void savepointOfAnotherKafkaIsRefused() throws Exception {
    Path other = Files.createDirectories(directory.resolve("savepoint-other"));
    Files.createFile(other.resolve("_metadata"));
    Files.writeString(
        other.resolve("highstreet.json"),
        """
        {"kafka": "another", "database": "embedded", "run": 1, "savepoint": "file:/x", "offsets": {}}
        """);
    try (Launched submit = highstreet("submit", "sales", "--from-savepoint", other.toString())) {
      assertThat(submit.exitCode()).isEqualTo(2);
      assertThat(submit.err()).contains("is of another Kafka (cluster another");
    }
  }

  private static Launched highstreet(String... arguments) throws Exception {
    String[] all =
        Stream.concat(Arrays.stream(arguments), Stream.of("--data", "d")).toArray(String[]::new);
    return Launched.highstreet(directory, all);
  }

  private static JsonNode lastLine(String... arguments) throws Exception {
    try (Launched command = highstreet(arguments)) {
      assertThat(command.exitCode()).as(command.err()).isZero();
      return command.json();
    }
  }

  private static void await(String query, long expected) throws Exception {
    Eventually.wait(
        PATIENCE,
        "%d as the answer to %s".formatted(expected, query),
        () -> number(query) == expected,
        () -> "it is %d".formatted(number(query)));
  }

  private static long number(String query) {
    DataSource reader =
        Databases.trusting(addresses.path("database").asText()).reader().connections();
    try (Connection connection = reader.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }
}
