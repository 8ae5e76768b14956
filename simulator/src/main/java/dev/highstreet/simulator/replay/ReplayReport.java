package dev.highstreet.simulator.replay;

import dev.highstreet.schemas.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What a replay did.
 *
 * @param produced events handed to the sink, by topic; a topic without any is not named
 * @param ticks how often the shop's clock ticked; each tick is one record in every partition
 * @param rows rows of the file, without its header, the rejected ones included
 * @param rejectedByReason rows that could not become part of an event; see {@link RejectReason}
 * @param rejectsFile the CSV file that lists them
 * @param first when the first event occurred
 * @param last when the last event occurred
 */
public record ReplayReport(
    Map<Topic, Long> produced,
    long ticks,
    long rows,
    Map<String, Long> rejectedByReason,
    Path rejectsFile,
    Instant first,
    Instant last) {
  /** Keeps copies of the maps. */
  public ReplayReport {
    produced = Map.copyOf(produced);
    rejectedByReason = Map.copyOf(rejectedByReason);
  }
}
