package dev.highstreet.dashboard.alerts;

import dev.highstreet.dashboard.alerts.Alert.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The alerts that stand. One begins when something has been wrong for ten seconds, and ends when it
 * has been right for as long: a restart that takes a moment is none. Any thread may ask.
 */
public final class AlertBoard {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * An alert that has begun or ended.
   *
   * @param begins false when it ends
   * @param at wall clock
   */
  record Change(Alert alert, boolean begins, Instant at) {}

  private final Map<Kind, Alert> standing = new EnumMap<>(Kind.class);

  /** Since when what is observed of a kind differs from what stands. */
  private final Map<Kind, Instant> turnedAt = new EnumMap<>(Kind.class);

  /**
   * Takes in what is wrong now.
   *
   * @param broken in words
   * @return what has begun or ended by it
   */
  synchronized List<Change> update(Instant now, Map<Kind, String> broken) {
    List<Change> changes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      boolean stands = standing.containsKey(kind);
      if (broken.containsKey(kind) == stands) {
        turnedAt.remove(kind);
        if (stands) {
          standing.put(kind, new Alert(kind, broken.get(kind), standing.get(kind).since()));
        }
        continue;
      }
      Instant since = turnedAt.computeIfAbsent(kind, turned -> now);
      if (now.isBefore(since.plus(PATIENCE))) {
        continue;
      }
      turnedAt.remove(kind);
      if (stands) {
        changes.add(new Change(standing.remove(kind), false, now));
      } else {
        Alert alert = new Alert(kind, broken.get(kind), since);
        standing.put(kind, alert);
        changes.add(new Change(alert, true, now));
      }
    }
    return changes;
  }

  /** The alerts that stand, in the order of their kinds. */
  public synchronized List<Alert> standing() {
    return List.copyOf(standing.values());
  }
}
