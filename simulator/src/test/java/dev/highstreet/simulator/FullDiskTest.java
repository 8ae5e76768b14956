package dev.highstreet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.CsvEventSink;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.FileEventSink;
import dev.highstreet.simulator.emit.ShopEvents;
import dev.highstreet.simulator.emit.parquet.ParquetEventSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the system takes no more: on Linux's device that is always full, and in a process that may
 * write small files only.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full and prlimit are Linux's")
class FullDiskTest {
  private static final Path FULL = Path.of("/dev/full");
  private static final String NO_SPACE =
      "No space left on device; free some, or write to another disk";
  private static final String TOO_LARGE =
      "File too large; raise the limit of a file's size (ulimit -f), or write less";
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final int PATIENCE_SECONDS = 120;

  @TempDir static Path limited;
  @TempDir Path temp;

  private static final Map<String, String> SAID = new HashMap<>();

  @BeforeAll
  static void writeEverythingInAProcessOfSmallFiles() throws Exception {
    Path out = limited.resolveSibling(limited.getFileName() + ".out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                SmallFilesOnly.class.getName(),
                limited.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(out)).isZero();
      for (String line : Files.readAllLines(out)) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 3) {
          SAID.put(parts[0] + " " + parts[1], parts[2]);
        }
      }
    } finally {
      process.destroyForcibly();
      Files.delete(out);
    }
  }

  @Test
  void transactionsSayOnceThatTheDiskIsFullAndNoFileAppears() {
    for (String name : List.of("shop.csv", "shop.csv.gz")) {
      assertThat(SAID)
          .containsEntry(
              name + " history",
              "cannot write transactions to %s: %s".formatted(limited.resolve(name), TOO_LARGE))
          .containsEntry(name + " end", "nothing");
    }
    assertThat(names(limited)).doesNotContain("shop.csv", "shop.csv.gz");
  }

  @Test
  void eventsSayOnceThatTheDiskIsFullAndNoFolderAppears() {
    assertThat(SAID)
        .containsEntry(
            "events history",
            "cannot write events to %s: %s".formatted(limited.resolve("events"), TOO_LARGE))
        .containsEntry("events end", "nothing");
    assertThat(names(limited)).doesNotContain("events");
  }

  @Test
  void parquetSaysAtItsEndThatTheDiskIsFullAndNoFolderAppears() {
    assertThat(SAID).containsEntry("parquet history", "nothing");
    assertThat(SAID.get("parquet end"))
        .startsWith("cannot write Parquet to %s: ".formatted(limited.resolve("parquet")))
        .contains(".parquet\"")
        .endsWith(TOO_LARGE);
    assertThat(names(limited)).doesNotContain("parquet");
  }

  @Test
  void truthSaysThatTheDiskIsFullAndHoldsNoDayThatIsNotWhole() {
    Path truth = limited.resolve("truth");
    assertThat(SAID.get("truth history"))
        .startsWith("cannot write the truth to %s: ".formatted(truth))
        .endsWith(TOO_LARGE);
    assertThat(SAID).containsEntry("truth end", SAID.get("truth history"));
    assertThat(names(truth)).contains("_truth.json").doesNotContain("_writing");
  }

  @Test
  void nothingIsLeftOfWhatCouldNotBeWritten() {
    assertThat(names(limited)).containsExactly("truth");
  }

  @Test
  void fullDeviceIsNamedWithTheTransactionsThatDoNotFit() throws Exception {
    Path file = temp.resolve("shop.csv");
    Files.createSymbolicLink(temp.resolve(".shop.csv.partial"), FULL);
    CsvEventSink sink = CsvEventSink.create(file, ZoneOffset.UTC);
    sink.emit(Topic.ORDERS, "O1", order());

    assertThatThrownBy(sink::close)
        .isInstanceOf(EmitException.class)
        .hasMessage("cannot write transactions to %s: %s", file, NO_SPACE);
    assertThat(names(temp)).isEmpty();
  }

  @Test
  void fullDeviceIsNamedWithTheEventsThatDoNotFit() throws Exception {
    Path folder = temp.resolve("events");
    FileEventSink sink = FileEventSink.create(folder);
    Files.createSymbolicLink(
        temp.resolve(".events.partial").resolve("highstreet.orders.events"), FULL);
    sink.emit(Topic.ORDERS, "O1", order());

    assertThatThrownBy(sink::flush)
        .isInstanceOf(EmitException.class)
        .hasMessage("cannot write events to %s: %s", folder, NO_SPACE);
    sink.close();
    assertThat(names(temp)).isEmpty();
  }

  @Test
  void fullDeviceIsNamedWithTheParquetThatDoesNotFit() throws Exception {
    Path folder = temp.resolve("parquet");
    ParquetEventSink sink = ParquetEventSink.create(folder);
    Files.createSymbolicLink(temp.resolve(".parquet.partial").resolve("orders.parquet"), FULL);
    sink.emit(Topic.ORDERS, "O1", order());

    assertThatThrownBy(sink::close)
        .isInstanceOf(EmitException.class)
        .hasMessageStartingWith("cannot write Parquet to %s: ", folder)
        .hasMessageContaining("orders.parquet")
        .hasMessageEndingWith(NO_SPACE);
    assertThat(names(temp)).isEmpty();
  }

  private static OrderPlaced order() {
    return ShopEvents.order("O1", NOON, null, ShopEvents.line(1, "MUG", 2, 2_950_000, 0));
  }

  /** What is in a folder, hidden or not. */
  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.map(file -> file.getFileName().toString()).sorted().toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
