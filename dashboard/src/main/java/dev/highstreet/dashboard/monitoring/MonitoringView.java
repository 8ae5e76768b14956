package dev.highstreet.dashboard.monitoring;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Strip;
import java.time.Instant;

/**
 * Everything that the Monitoring page shows, as of one moment.
 *
 * @param jobs of the Flink cluster
 * @param traffic lag, rates and what leaves by the side
 * @param letters what was quarantined
 * @param strip the clocks, as the line above the page has them
 * @param now wall clock, for ages
 * @param format writes times in the business zone
 */
public record MonitoringView(
    Jobs jobs, Traffic traffic, Letters letters, Strip strip, Instant now, Format format) {

  /** What is wrong, or that all is well, in a sentence or a few. */
  public String needs() {
    return Needs.of(this);
  }
}
