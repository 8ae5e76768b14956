package dev.highstreet.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  @TempDir Path directory;

  @Test
  void sampleShowsAFewEventsOfEachTopicWithoutAnyServer() {
    Ran ran = simulate("--to", "stdout", "--sample", "3");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).hasSizeBetween(20, 33);
    assertThat(ran.out()).contains("orders", "activity", "stock", "payments");
  }

  @Test
  void sameSeedWritesTheSameFileAndAnotherSeedAnother() throws Exception {
    Path one = directory.resolve("one.csv");
    Path same = directory.resolve("same.csv");
    Path other = directory.resolve("other.csv");

    simulate("--to", "csv", "--out", one.toString());
    simulate("--to", "csv", "--out", same.toString(), "--threads", "2");
    simulate("--to", "csv", "--out", other.toString(), "--seed", "2");

    assertThat(Files.readAllLines(one)).hasSizeGreaterThan(100);
    assertThat(same).hasSameBinaryContentAs(one);
    assertThat(Files.mismatch(one, other)).isNotNegative();
  }

  @Test
  void machinesAreToldHowManyEventsWentWhere() throws Exception {
    Ran ran = simulate("--to", "parquet", "--out", directory.resolve("p").toString(), "--json");

    JsonNode json = new ObjectMapper().readTree(ran.out());
    assertThat(json.path("events").asLong()).isGreaterThan(1_000);
    assertThat(json.at("/topics/highstreet.orders").asLong()).isPositive();
    assertThat(directory.resolve("p").resolve("orders.parquet")).isNotEmptyFile();
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    Ran ran = simulate("--to", "csv", "--out", file.resolve("shop.csv").toString());

    assertThat(ran.exitCode()).isPositive();
    assertThat(ran.complaints()).last().asString().contains(file.resolve("shop.csv").toString());
    assertThat(ran.complaints()).noneMatch(line -> line.contains("Exception"));
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is Linux's")
  void fullDiskIsSaidInOneLineAndNoFileAppears() throws Exception {
    Path file = directory.resolve("shop.csv");
    Files.createSymbolicLink(directory.resolve(".shop.csv.partial"), Path.of("/dev/full"));

    Ran ran = simulate("--to", "csv", "--out", file.toString());

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.complaints())
        .filteredOn(line -> line.startsWith("highstreet: "))
        .containsExactly(
            "highstreet: cannot write transactions to %s: No space left on device; free some, or write to another disk"
                .formatted(file));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void historyThatIsCutShortLeavesTheFileOfTheLastOneThatWasNot() throws Exception {
    Path file = directory.resolve("shop.csv");
    Ran whole = simulate("--to", "csv", "--out", file.toString());
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    byte[] before = Files.readAllBytes(file);

    // logging does not start in a thread that is interrupted; by now it has
    Thread.currentThread().interrupt();
    Ran cutShort = simulate("--to", "csv", "--out", file.toString(), "--seed", "2");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(cutShort.exitCode()).isEqualTo(1);
    assertThat(file).hasBinaryContent(before);
    assertThat(directory).isDirectoryNotContaining("glob:**.partial");
  }

  private static Ran simulate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("simulate", "--days", "20", "--customers", "300"));
    all.addAll(List.of(arguments));
    return Ran.highstreet(all.toArray(String[]::new));
  }
}
