package dev.highstreet.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.Launched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That it works, and all racers come to the same rows; how long they take is no test's business.
 */
class BenchIT {
  @TempDir private Path directory;

  @Test
  void everyRacerComesToTheSameRowsAndAPageSaysSo() throws Exception {
    Path out = directory.resolve("race");
    try (Launched race =
        Launched.highstreet(
            directory,
            "bench",
            "--only=marts",
            "--orders=3000",
            "--rounds=1",
            "--json",
            "--out",
            out.toString())) {
      assertThat(race.exitCode()).as(race.err()).isZero();
      JsonNode told = new ObjectMapper().readTree(race.out());
      assertThat(told.path("orders").asInt()).isEqualTo(3_000);
      assertThat(told.path("rows").asLong()).isGreaterThan(3_000);
      assertThat(told.path("standings")).hasSize(5);
      assertThat(told.path("standings"))
          .allSatisfy(
              standing -> {
                assertThat(standing.path("seconds")).hasSize(1);
                assertThat(standing.path("median").asDouble()).isPositive();
              });
    }
    assertThat(Files.readString(out.resolve("report.html"))).contains("3,000 orders", "DuckDB");
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("report.html");
    }
  }

  @Test
  void directoryThatHoldsSomethingIsLeftAlone() throws Exception {
    Path kept = Files.writeString(directory.resolve("kept"), "x");
    try (Launched race = Launched.highstreet(directory, "bench", "--out", directory.toString())) {
      assertThat(race.exitCode()).isEqualTo(2);
      assertThat(race.err()).contains("is not empty: name another directory with --out");
    }
    assertThat(kept).exists();
  }
}
