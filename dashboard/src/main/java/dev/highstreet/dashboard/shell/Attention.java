package dev.highstreet.dashboard.shell;

import java.util.List;

/**
 * What needs somebody, on every page: beside Monitoring in the sidebar, and above the page.
 *
 * @param lateDays closed days whose late events wait for a backfill
 * @param alerts those that stand, in words
 * @param silent which servers give no answer, and since when
 */
public record Attention(long lateDays, List<String> alerts, List<Problem> silent) {
  /** Nothing does. */
  public static final Attention NONE = new Attention(0, List.of(), List.of());

  public Attention {
    alerts = List.copyOf(alerts);
    silent = List.copyOf(silent);
  }
}
