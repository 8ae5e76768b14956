package dev.highstreet.dashboard.shell;

import java.util.List;

/**
 * What needs somebody, beside Monitoring in the sidebar of every page.
 *
 * @param lateDays closed days whose late events wait for a backfill
 * @param alerts those that stand, in words
 */
public record Attention(long lateDays, List<String> alerts) {
  /** Nothing does. */
  public static final Attention NONE = new Attention(0, List.of());

  public Attention {
    alerts = List.copyOf(alerts);
  }
}
