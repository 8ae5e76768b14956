package dev.highstreet.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.cli.console.CommandException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  private static final RunningPlatform PLATFORM =
      new RunningPlatform(
          4711,
          new Addresses(
              URI.create("http://127.0.0.1:8080"),
              URI.create("http://127.0.0.1:8081"),
              "127.0.0.1:9092",
              "jdbc:postgresql://127.0.0.1:5432/highstreet"),
          true);

  @TempDir Path parent;
  private DataDirectory data;

  @BeforeEach
  void name() {
    data = DataDirectory.at(parent.resolve("data"));
  }

  @Test
  void onlyOneMayHaveItAtATime() {
    try (DataDirectory.Lock lock = data.lock()) {
      lock.announce(PLATFORM);
      assertThatThrownBy(data::lock)
          .isInstanceOf(CommandException.class)
          .hasMessageContaining(data.root() + " is in use by process 4711, http://127.0.0.1:8080")
          .hasMessageContaining("--data");
    }
    data.lock().close();
  }

  @Test
  void oneThatIsStartingHasItToo() {
    try (DataDirectory.Lock lock = data.lock()) {
      assertThatThrownBy(data::lock).hasMessageContaining("a platform that is starting");
      assertThat(lock.directory()).isSameAs(data);
    }
  }

  @Test
  void platformOfAKilledProcessIsNotRunning() throws IOException {
    try (DataDirectory.Lock lock = data.lock()) {
      lock.announce(PLATFORM);
      Files.copy(data.root().resolve("platform.json"), parent.resolve("left"));
    }
    Files.move(parent.resolve("left"), data.root().resolve("platform.json"));
    assertThat(data.running()).isEmpty();
    try (DataDirectory.Lock lock = data.lock()) {
      assertThatThrownBy(data::lock).hasMessageContaining("a platform that is starting");
      assertThat(lock.directory()).isSameAs(data);
    }
  }

  @Test
  void announcementIsReadAsItWasWritten() throws IOException {
    Path file = parent.resolve("platform.json");
    PLATFORM.write(file);
    assertThat(RunningPlatform.read(file)).isEqualTo(PLATFORM);
  }

  @Test
  void clearingLeavesLogsAndRejects() throws IOException {
    try (DataDirectory.Lock lock = data.lock()) {
      for (Path kept : new Path[] {data.kafka(), data.postgres(), data.flink(), data.logs()}) {
        Files.createDirectories(kept.resolve("inside"));
      }
      Files.createFile(data.rejects());
      Files.createFile(data.resumePoint());
      lock.clear();
      assertThat(data.root())
          .isDirectoryNotContaining(path -> path.equals(data.kafka()))
          .isDirectoryNotContaining(path -> path.equals(data.postgres()))
          .isDirectoryNotContaining(path -> path.equals(data.flink()))
          .isDirectoryNotContaining(path -> path.equals(data.resumePoint()));
      assertThat(data.logs().resolve("inside")).isDirectory();
      assertThat(data.rejects()).exists();
    }
  }

  @Test
  void directoryOfSomebodyElseIsRefused() throws IOException {
    Path theirs = Files.createDirectories(data.kafka().resolve("novels"));
    assertThatThrownBy(data::lock)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(data.root() + " holds files that are not Highstreet's")
        .hasMessageContaining("--data");
    assertThat(theirs).exists();
  }

  @Test
  void directoryThatOnlyHoldsLogsIsTaken() throws IOException {
    Files.createDirectories(data.logs());
    data.lock().close();
  }
}
