package dev.highstreet.cli.outcome;

import dev.highstreet.cli.console.Memory;
import dev.highstreet.cli.sales.TopicCounts;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.replay.ReplayReport;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A summary for people. */
final class SummaryText {
  private SummaryText() {}

  /** Prints it, a line a subject. */
  static void print(Summary summary, PrintStream out) {
    Totals totals = summary.totals();
    summary
        .file()
        .ifPresent(file -> line(out, "rows", "%,d read, %s", file.rows(), rejected(file)));
    line(out, "orders", "%s", events(summary, Topic.ORDERS));
    line(out, "returns", "%s", events(summary, Topic.RETURNS));
    line(out, "order lines", "%,d accepted, %s", totals.lines(), quarantined(summary));
    line(out, "units", "%,d", totals.units());
    line(out, "gross sales", "%s", amount(totals.grossSales()));
    line(out, "customers", "%,d", totals.customers());
    line(
        out,
        "taken back",
        "%,d units in %,d returns, %s refunded",
        totals.returnedUnits(),
        totals.returns(),
        amount(totals.refunds()));
    line(
        out,
        "memory",
        "at most %,d MB resident, and %,d MB in Postgres",
        Memory.megabytes(summary.peakMemory().orElse(0)),
        Memory.megabytes(summary.peakPostgresMemory()));
    line(
        out,
        "time",
        "%.1f s from start to ready, %.1f s from the first event to the last row",
        seconds(summary.timings().startToReady()),
        seconds(summary.timings().firstEventToLastRow()));
    if (summary.mismatches().isEmpty()) {
      out.printf("Every record is accounted for (run %d).%n", summary.run());
    }
  }

  private static void line(PrintStream out, String label, String format, Object... values) {
    out.printf("  %-12s %s%n", label, String.format(Locale.ROOT, format, values));
  }

  private static String events(Summary summary, Topic topic) {
    TopicCounts counts = summary.of(topic).counts();
    return String.format(
        Locale.ROOT,
        "%,d produced: %,d accepted, %,d quarantined, %,d repeated, %,d late, %,d behind",
        summary.of(topic).events(),
        counts.accepted(),
        counts.quarantined(),
        counts.repeated(),
        counts.late(),
        counts.behind());
  }

  private static String rejected(ReplayReport file) {
    return file.rejectedByReason().isEmpty()
        ? "none rejected"
        : "rejected: %s (see %s)".formatted(reasons(file.rejectedByReason()), file.rejectsFile());
  }

  private static String quarantined(Summary summary) {
    return summary.quarantinedLines().isEmpty()
        ? "none quarantined"
        : "quarantined: " + reasons(summary.quarantinedLines());
  }

  private static String reasons(Map<String, Long> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(
                reason ->
                    String.format(
                        Locale.ROOT,
                        "%,d %s",
                        reason.getValue(),
                        reason.getKey().toLowerCase(Locale.ROOT).replace('_', ' ')))
            .collect(Collectors.joining(", "));
  }

  /** Every digit, in groups of three. */
  private static String amount(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
