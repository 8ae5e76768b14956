package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.testsupport.Eventually;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
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
  void backfillOfWhatIsNotThereIsRefused() throws Exception {
    try (Launched backfill =
        Launched.highstreet(
            directory,
            "backfill",
            "sales",
            "--from",
            "2025-03-01",
            "--to",
            "2025-03-01",
            "--data",
            "d")) {
      assertThat(backfill.exitCode()).isEqualTo(1);
      assertThat(backfill.err())
          .isEqualTo("highstreet: the topics hold no orders and no returns yet\n");
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
}
