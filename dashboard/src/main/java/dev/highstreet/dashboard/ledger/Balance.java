package dev.highstreet.dashboard.ledger;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Every record of a run accounted for, topic by topic: what Kafka holds against what the job
 * counted.
 *
 * @param run the newest run; empty before the first
 * @param topics in the order of the contract
 * @param kafkaProblem why Kafka gave no end offsets, or null
 */
public record Balance(Optional<Run> run, List<Line> topics, Problem kafkaProblem) {
  public Balance {
    requireNonNull(run, "run is null");
    topics = List.copyOf(topics);
  }

  /**
   * One topic.
   *
   * @param topic its name
   * @param records in Kafka since the run's start, ticks among them; empty when Kafka is silent
   * @param counts what the job did with them
   */
  public record Line(String topic, OptionalLong records, TopicCounts counts) {
    public Line {
      requireNonNull(topic, "topic is null");
      requireNonNull(records, "records is null");
      requireNonNull(counts, "counts is null");
    }

    /** Records that the job has not counted (yet); negative if it counted more than there are. */
    public OptionalLong remainder() {
      return records.isPresent()
          ? OptionalLong.of(records.getAsLong() - counts.records())
          : OptionalLong.empty();
    }

    /**
     * Events produced: records less the ticks that the job has met. While it still reads, the
     * unread ticks are among them.
     */
    public OptionalLong produced() {
      return records.isPresent()
          ? OptionalLong.of(records.getAsLong() - counts.ticks())
          : OptionalLong.empty();
    }
  }

  /**
   * Sets counts that were read first beside end offsets that were read after them; a bounded run is
   * measured against the offsets at which it stops.
   */
  static Balance of(
      Optional<Run> run,
      Map<String, TopicCounts> counts,
      Optional<Map<String, Long>> ends,
      Problem kafkaProblem) {
    Optional<Map<String, Long>> upTo =
        run.map(Run::endOffsets).filter(frozen -> !frozen.isEmpty()).or(() -> ends);
    Map<String, Long> before = run.map(Run::startOffsets).orElse(Map.of());
    List<Line> topics =
        KafkaEnds.TOPICS.stream()
            .map(
                topic ->
                    new Line(
                        topic,
                        upTo.map(
                                end ->
                                    OptionalLong.of(
                                        end.getOrDefault(topic, 0L)
                                            - before.getOrDefault(topic, 0L)))
                            .orElse(OptionalLong.empty()),
                        counts.getOrDefault(topic, TopicCounts.NONE)))
            .toList();
    return new Balance(run, topics, kafkaProblem);
  }

  /** All topics together. */
  public Line total() {
    OptionalLong records =
        topics.stream().allMatch(line -> line.records().isPresent())
            ? OptionalLong.of(topics.stream().mapToLong(line -> line.records().getAsLong()).sum())
            : OptionalLong.empty();
    return new Line(
        "all",
        records,
        topics.stream().map(Line::counts).reduce(TopicCounts.NONE, TopicCounts::plus));
  }

  /** Whether a topic has counted more than it holds: that cannot be, and is shown as wrong. */
  public boolean impossible() {
    return topics.stream().anyMatch(line -> line.remainder().orElse(0) < 0);
  }
}
