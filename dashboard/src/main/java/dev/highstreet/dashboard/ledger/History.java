package dev.highstreet.dashboard.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The balance over the last five minutes, a sample every few seconds. In memory only: it begins
 * with the dashboard.
 */
public final class History {
  private static final Duration LENGTH = Duration.ofMinutes(5);
  private static final Duration RATE_OVER = Duration.ofSeconds(10);

  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * The balance at a time.
   *
   * @param at wall clock
   * @param balance empty while there was no answer
   */
  public record Sample(Instant at, Optional<Balance> balance) {
    public Sample {
      requireNonNull(at, "at is null");
      requireNonNull(balance, "balance is null");
    }

    /** A topic's line, where there was an answer. */
    public Optional<Balance.Line> line(String topic) {
      return balance.flatMap(
          known -> known.topics().stream().filter(line -> line.topic().equals(topic)).findFirst());
    }

    /** Records of all topics that were not counted; empty where that is not known. */
    public OptionalLong lag() {
      return balance.isEmpty() ? OptionalLong.empty() : balance.get().total().remainder();
    }

    private boolean comparableWith(Sample earlier) {
      return balance.isPresent()
          && earlier.balance.isPresent()
          && balance.get().run().map(Run::id).equals(earlier.balance.get().run().map(Run::id));
    }
  }

  /**
   * How fast a topic grows, and how fast it is counted, in records a second.
   *
   * @param produced empty while Kafka is silent
   * @param counted by the job
   */
  public record Rate(OptionalLong produced, long counted) {}

  synchronized void add(Instant at, Optional<Balance> balance) {
    samples.addLast(new Sample(at, balance));
    while (samples.getFirst().at().isBefore(at.minus(LENGTH))) {
      samples.removeFirst();
    }
  }

  /** The samples of the last five minutes, the oldest first. */
  public synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** A topic's rate over the last ten seconds or so; empty until that is known. */
  public Optional<Rate> rate(String topic) {
    List<Sample> all = samples();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Sample last = all.get(all.size() - 1);
    Sample first = last;
    for (int at = all.size() - 2; at >= 0 && first.at().isAfter(last.at().minus(RATE_OVER)); at--) {
      if (!last.comparableWith(all.get(at))) {
        break;
      }
      first = all.get(at);
    }
    long millis = Duration.between(first.at(), last.at()).toMillis();
    if (millis <= 0) {
      return Optional.empty();
    }
    Balance.Line before = first.line(topic).orElseThrow();
    Balance.Line now = last.line(topic).orElseThrow();
    return Optional.of(
        new Rate(
            before.records().isPresent() && now.records().isPresent()
                ? OptionalLong.of(
                    perSecond(now.records().getAsLong() - before.records().getAsLong(), millis))
                : OptionalLong.empty(),
            perSecond(now.counts().records() - before.counts().records(), millis)));
  }

  private static long perSecond(long growth, long millis) {
    return Math.max(0, (growth * 1000 + millis / 2) / millis);
  }
}
