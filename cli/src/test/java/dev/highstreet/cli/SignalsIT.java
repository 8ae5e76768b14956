package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.cli.send.Receiver;
import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.platform.FreePorts;
import dev.highstreet.testsupport.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsIT {
  private static final Duration TO_STOP = Duration.ofSeconds(5);
  private static final Path SHOP = Path.of("..", "samples", "corner-shop.csv").toAbsolutePath();

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"TERM, 15", "INT, 2"})
  void signalStopsEverythingWithinFiveSecondsAndLeavesNoProcess(String signal, int number)
      throws Exception {
    try (Launched replay = replay()) {
      replay.awaitOut("All events are sent");
      EveryRecord.awaitAccountedFor(directory.resolve("d"));
      List<ProcessHandle> all =
          Stream.concat(
                  replay.process().descendants(), Stream.of(Postmaster.of(directory.resolve("d"))))
              .toList();
      replay.signal(signal);
      assertThat(replay.exitCode(TO_STOP)).isEqualTo(128 + number);
      for (ProcessHandle process : all) {
        Eventually.wait(TO_STOP, "process to end", () -> Postmaster.hasEnded(process));
      }
      assertThat(replay.err()).endsWith("Stopping …\n");
    }
    assertThat(directory.resolve("d").resolve("platform.json")).doesNotExist();
    assertThat(directory.resolve("d").resolve("resume.json")).exists();
  }

  @Test
  void signalWhileServersStartLeavesNoProcess() throws Exception {
    try (Launched replay = replay()) {
      terminateOncePostgresStarts(replay);
    }
  }

  @Test
  void signalWhileKeptDataAreCheckedLeavesNoProcess() throws Exception {
    Files.createDirectories(directory.resolve("d").resolve("postgres"));
    Files.createFile(directory.resolve("d").resolve("lock"));
    try (Launched check = Launched.highstreet(directory, "check", "--data", "d")) {
      terminateOncePostgresStarts(check);
      assertThat(check.err()).isEmpty();
    }
  }

  private void terminateOncePostgresStarts(Launched command) throws Exception {
    Path postgres = directory.resolve("d").resolve("postgres");
    Eventually.wait(
        Duration.ofMinutes(1),
        "Postgres to start",
        () -> Files.exists(postgres.resolve("postmaster.pid")));
    command.terminate();
    assertThat(command.exitCode(TO_STOP)).isEqualTo(128 + 15);
    Eventually.wait(
        TO_STOP,
        "Postgres to end",
        () ->
            EmbeddedPostgresServer.processOn(postgres)
                .filter(process -> !Postmaster.hasEnded(process))
                .isEmpty());
  }

  @Test
  void signalEndsASendingOnceItHasSummedUp() throws Exception {
    try (Receiver receiver = new Receiver();
        Launched send =
            Launched.run(
                Path.of("env"),
                directory,
                Map.of("HIGHSTREET_WEBHOOK_SECRET", Receiver.SECRET),
                "--default-signal=INT",
                Launched.SCRIPT.toString(),
                "send",
                "--url",
                receiver.url(),
                "--products",
                "TEA=1.50",
                "--count",
                "1000",
                "--delay",
                "60000")) {
      Eventually.wait(TO_STOP, "the first delivery", () -> !receiver.bodies().isEmpty());
      send.signal("INT");
      assertThat(send.exitCode(TO_STOP)).isEqualTo(128 + 2);
      assertThat(send.out()).contains("Sent 1 of 1,000 transactions in 1 deliveries");
    }
  }

  @Test
  void startAfterAKillStopsWhatWasLeftAndUsesTheSamePorts() throws Exception {
    FreePorts free = new FreePorts();
    String[] ports = {
      "--port", Integer.toString(free.next(0)),
      "--flink-port", Integer.toString(free.next(0)),
      "--kafka-port", Integer.toString(free.next(0)),
      "--database-port", Integer.toString(free.next(0))
    };
    JsonNode before;
    ProcessHandle left;
    try (Launched killed = up(ports)) {
      before = killed.firstLine();
      left = Postmaster.of(directory.resolve("d"));
      killed.kill();
    }
    assertThat(Postmaster.hasEnded(left)).isFalse();
    try (Launched next = up(ports)) {
      assertThat(next.firstLine()).isEqualTo(before);
      assertThat(next.err()).doesNotContain("busy");
      assertThat(Postmaster.hasEnded(left)).isTrue();
    }
  }

  private Launched up(String... ports) throws Exception {
    return Launched.highstreet(
        directory,
        Stream.concat(Stream.of("up", "--json", "--data", "d"), Stream.of(ports))
            .toArray(String[]::new));
  }

  private Launched replay() throws Exception {
    return Launched.interruptible(
        directory,
        "replay",
        SHOP.toString(),
        "--data",
        "d",
        "--port",
        "0",
        "--flink-port",
        "0",
        "--kafka-port",
        "0",
        "--database-port",
        "0");
  }
}
