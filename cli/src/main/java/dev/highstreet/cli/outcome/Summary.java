package dev.highstreet.cli.outcome;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.replay.ReplayReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of events that were sent through the platform.
 *
 * @param run its number in {@code ops.runs}
 * @param file the file that was replayed; empty if none was
 * @param conservation a line a topic
 * @param quarantinedLines faulty order lines of this run, by reason
 * @param totals what the database holds now
 * @param timings how long it took
 * @param peakMemory of this process, in bytes
 * @param peakPostgresMemory of the embedded Postgres, in bytes; 0 where it is elsewhere
 */
public record Summary(
    long run,
    Optional<ReplayReport> file,
    List<Conservation> conservation,
    Map<String, Long> quarantinedLines,
    Totals totals,
    Timings timings,
    OptionalLong peakMemory,
    long peakPostgresMemory) {
  /** Keeps copies of the collections. */
  public Summary {
    requireNonNull(file, "file is null");
    conservation = List.copyOf(conservation);
    quarantinedLines = Map.copyOf(quarantinedLines);
    requireNonNull(totals, "totals is null");
    requireNonNull(timings, "timings is null");
    requireNonNull(peakMemory, "peakMemory is null");
  }

  /** What became of a topic's records. */
  public Conservation of(Topic topic) {
    return conservation.stream()
        .filter(line -> line.topic().equals(topic.topicName()))
        .findFirst()
        .orElseThrow();
  }

  /** Topics whose records are not all accounted for. */
  public List<Conservation> mismatches() {
    return conservation.stream().filter(line -> !line.holds()).toList();
  }
}
