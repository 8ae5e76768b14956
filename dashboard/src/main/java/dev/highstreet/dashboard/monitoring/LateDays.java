package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Settlement;
import java.util.List;

/**
 * The days that have late events.
 *
 * @param days the newest first
 * @param settlement tells whether what they show now is final
 */
public record LateDays(List<LateDay> days, Settlement settlement) {
  /** Days that are shown at once; the others unfold. */
  public static final int SHOWN = 14;

  public LateDays {
    days = List.copyOf(days);
    requireNonNull(settlement, "settlement is null");
  }

  /** The newest of them. */
  public List<LateDay> newest() {
    return days.subList(0, Math.min(SHOWN, days.size()));
  }

  /** The others. */
  public List<LateDay> older() {
    return days.subList(newest().size(), days.size());
  }

  /** Those that a backfill may replace: the live job has finished with their months. */
  public List<LateDay> ready() {
    return days.stream().filter(day -> !day.open()).toList();
  }

  /** Events of those. */
  public long readyEvents() {
    return ready().stream().mapToLong(LateDay::events).sum();
  }

  /** The class that rules the day's figure off. */
  public String ruled(LateDay day, Format format) {
    return day.runId() != 0
            && settlement.isFinal(day.runId(), format.startOf(day.day().plusDays(1)))
        ? "final"
        : "early";
  }
}
