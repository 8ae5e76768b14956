package dev.highstreet.cli.outcome;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.sales.TopicCounts;
import java.util.Locale;

/**
 * Whether a topic's records are all accounted for.
 *
 * @param topic its name in Kafka
 * @param produced records in Kafka, clock ticks among them
 * @param counts what the run did with them
 */
public record Conservation(String topic, long produced, TopicCounts counts) {
  /** Refuses what is incomplete. */
  public Conservation {
    requireNonNull(topic, "topic is null");
    requireNonNull(counts, "counts is null");
  }

  /** Records that nobody accounts for; negative if more were counted than produced. */
  public long difference() {
    return produced - counts.records();
  }

  /**
   * Events that the run had to account for, ticks left out. After a kill a run reads the topics
   * from their beginning, and these are more than the replay sent.
   */
  public long events() {
    return produced - counts.ticks();
  }

  /** Whether they are. */
  public boolean holds() {
    return difference() == 0;
  }

  /** The difference, as a sentence. */
  public String explanation() {
    return String.format(
        Locale.ROOT,
        "%s: %,d records produced, %,d accounted for, a difference of %,d",
        topic,
        produced,
        counts.records(),
        difference());
  }
}
