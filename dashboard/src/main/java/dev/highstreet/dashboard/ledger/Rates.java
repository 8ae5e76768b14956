package dev.highstreet.dashboard.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** Turns growing totals into rates over the last five seconds or so. */
final class Rates {
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(
      Instant at, OptionalLong produced, long counted, long accepted, long lines) {
    boolean follows(Sample before) {
      // a new run counts from zero; a Kafka that was silent did not hold nothing
      return counted >= before.counted && produced.isPresent() == before.produced.isPresent();
    }
  }

  /** Takes in the newest totals; the first ones have no rate yet. */
  PerSecond next(Instant now, Balance.Line total) {
    TopicCounts counts = total.counts();
    Sample sample =
        new Sample(now, total.records(), counts.records(), counts.accepted(), counts.lines());
    if (!samples.isEmpty() && !sample.follows(samples.getLast())) {
      samples.clear();
    }
    samples.addLast(sample);
    while (samples.size() > 2 && samples.peekFirst().at().isBefore(now.minus(WINDOW))) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    long millis = Duration.between(first.at(), now).toMillis();
    if (millis <= 0) {
      return PerSecond.NONE;
    }
    return new PerSecond(
        rate(sample.produced().orElse(0) - first.produced().orElse(0), millis),
        rate(sample.counted() - first.counted(), millis),
        rate(sample.accepted() - first.accepted(), millis),
        rate(sample.lines() - first.lines(), millis));
  }

  private static long rate(long growth, long millis) {
    return Math.max(0, (growth * 1000 + millis / 2) / millis);
  }
}
