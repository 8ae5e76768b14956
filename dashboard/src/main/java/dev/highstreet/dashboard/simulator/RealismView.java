package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.tasks.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the realism page shows.
 *
 * @param shop what the shop that runs here is called; empty where none does
 * @param report the newest; empty where there is none
 * @param ofThisShop whether it is about the very figures that the shop here is played by
 * @param folder where a file to measure on is to be put; empty where no shop runs
 * @param file the name of the one that is there; empty if there is none
 * @param tasks measurements that were set in motion, the newest first
 * @param now wall clock, for ages
 */
public record RealismView(
    String shop,
    Panel<Optional<RealismReport>> report,
    boolean ofThisShop,
    String folder,
    String file,
    List<Task> tasks,
    Format format,
    Instant now) {
  public RealismView {
    requireNonNull(shop, "shop is null");
    requireNonNull(report, "report is null");
    tasks = List.copyOf(tasks);
  }

  /** When the report was made. */
  public String made() {
    return newest()
        .map(
            report ->
                "%s, %s ago"
                    .formatted(
                        format.minute(report.made()),
                        Format.age(Duration.between(report.made(), now))))
        .orElse(Format.NONE);
  }

  /** The report, if there is one. */
  public Optional<RealismReport> newest() {
    return report.found().flatMap(found -> found);
  }

  /** A share of 100 as an opacity, for what is the busier the darker. */
  public static String opacity(int percent) {
    return "%d.%02d".formatted(percent / 100, percent % 100);
  }
}
