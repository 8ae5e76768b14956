package dev.highstreet.dashboard.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many events left the stream by the side, a minute of the wall clock, over the last hour. In
 * memory only: it begins with the dashboard, and a run's counts are the base from which it goes on.
 */
public final class SideExits {
  private static final int MINUTES = 60;

  /**
   * One minute.
   *
   * @param start wall clock
   * @param repeated copies that were dropped
   * @param late set aside: late, or behind
   * @param quarantined with a reason
   */
  public record Minute(Instant start, long repeated, long late, long quarantined) {
    Minute plus(TopicCounts now, TopicCounts before) {
      return new Minute(
          start,
          repeated + grown(now.repeated(), before.repeated()),
          late + grown(now.late() + now.behind(), before.late() + before.behind()),
          quarantined + grown(now.quarantined(), before.quarantined()));
    }

    // a run that was restored counts again what it had counted since its checkpoint
    private static long grown(long now, long before) {
      return Math.max(0, now - before);
    }
  }

  private final Map<Instant, Minute> minutes = new HashMap<>();
  private long run = -1;
  private TopicCounts counted = TopicCounts.NONE;

  synchronized void add(Instant at, Balance balance) {
    long now = balance.run().map(Run::id).orElse(-1L);
    TopicCounts counts = balance.total().counts();
    if (now == run) {
      minutes.merge(
          at.truncatedTo(ChronoUnit.MINUTES),
          new Minute(at.truncatedTo(ChronoUnit.MINUTES), 0, 0, 0).plus(counts, counted),
          (known, more) -> known.plus(counts, counted));
    }
    run = now;
    counted = counts;
    minutes.keySet().removeIf(start -> start.isBefore(at.minus(Duration.ofMinutes(MINUTES))));
  }

  /** The last sixty minutes, the one that goes on at the end; 0 where nothing left. */
  public synchronized List<Minute> lastHour(Instant now) {
    Instant newest = now.truncatedTo(ChronoUnit.MINUTES);
    List<Minute> hour = new ArrayList<>(MINUTES);
    for (int before = MINUTES - 1; before >= 0; before--) {
      Instant start = newest.minus(Duration.ofMinutes(before));
      hour.add(minutes.getOrDefault(start, new Minute(start, 0, 0, 0)));
    }
    return hour;
  }
}
