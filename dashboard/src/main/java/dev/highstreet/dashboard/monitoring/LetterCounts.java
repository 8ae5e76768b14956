package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many dead letters there are.
 *
 * @param counts of each topic and reason
 */
public record LetterCounts(List<Count> counts) {
  public LetterCounts {
    counts = List.copyOf(counts);
  }

  /** How many of one topic and one reason. */
  public record Count(String topic, String reason, long letters) {
    public Count {
      requireNonNull(topic, "topic is null");
      requireNonNull(reason, "reason is null");
    }
  }

  /** All of them. */
  public long total() {
    return counts.stream().mapToLong(Count::letters).sum();
  }

  /** By reason, of one topic or of all, in the order of their names. */
  public Map<String, Long> byReason(Optional<String> topic) {
    Map<String, Long> sums = new TreeMap<>();
    counts.stream()
        .filter(count -> topic.isEmpty() || count.topic().equals(topic.get()))
        .forEach(count -> sums.merge(count.reason(), count.letters(), Long::sum));
    return sums;
  }

  /** By topic, of one reason or of all, in the order of their names. */
  public Map<String, Long> byTopic(Optional<String> reason) {
    Map<String, Long> sums = new TreeMap<>();
    counts.stream()
        .filter(count -> reason.isEmpty() || count.reason().equals(reason.get()))
        .forEach(count -> sums.merge(count.topic(), count.letters(), Long::sum));
    return sums;
  }
}
