package dev.highstreet.bench.races;

import java.util.Locale;

/** What came of a race, for people: a table, and a page with bars. */
final class RaceReport {
  private static final int BAR = 600; // pixels of the longest

  private RaceReport() {}

  static String text(Workload workload, Races.Outcome outcome) {
    StringBuilder text = new StringBuilder();
    text.append(headline(workload, outcome)).append('\n').append(machine(outcome)).append("\n\n");
    text.append("%-34s %9s %16s %10s%n".formatted("", "median", "from – to", "orders/s"));
    for (Standing standing : outcome.standings()) {
      text.append(
          "%-34s %7.1f s %7.1f – %4.1f s %,10.0f   %s%n"
              .formatted(
                  standing.racer(),
                  standing.median(),
                  standing.least(),
                  standing.most(),
                  workload.orders() / standing.median(),
                  compared(standing, outcome)));
    }
    return text.toString();
  }

  /** The same as a page that needs nothing else. */
  static String html(Workload workload, Races.Outcome outcome) {
    double longest = outcome.standings().stream().mapToDouble(Standing::most).max().orElseThrow();
    StringBuilder bars = new StringBuilder();
    for (Standing standing : outcome.standings()) {
      bars.append(
          """
          <tr><th scope="row">%s</th><td>%.1f s</td><td>
            <svg width="%d" height="20" role="img" aria-label="from %.1f to %.1f s">
              <rect width="%.0f" height="20" fill="#0d7d78"></rect>
              <rect x="%.0f" y="8" width="%.0f" height="4" fill="#22252a"></rect>
            </svg></td><td>%s</td></tr>
          """
              .formatted(
                  standing.racer(),
                  standing.median(),
                  BAR,
                  standing.least(),
                  standing.most(),
                  standing.median() / longest * BAR,
                  standing.least() / longest * BAR,
                  Math.max(2, (standing.most() - standing.least()) / longest * BAR),
                  compared(standing, outcome)));
    }
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>The race for the sales marts</title>
        <style>
          body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #22252a; }
          th { text-align: left; font-weight: 500; padding-right: 1rem; }
          td { padding: 0.25rem 1rem 0.25rem 0; white-space: nowrap; }
        </style>
        </head>
        <body>
        <h1>The race for the sales marts</h1>
        <p>%s<br>%s</p>
        <table>%s</table>
        <p>Bars are medians; the line across a bar goes from the best round to the worst.</p>
        </body>
        </html>
        """
        .formatted(headline(workload, outcome), machine(outcome), bars);
  }

  private static String headline(Workload workload, Races.Outcome outcome) {
    return "All sales marts from %,d orders: %,d rows in Postgres, the same from each."
        .formatted(workload.orders(), outcome.rows());
  }

  private static String machine(Races.Outcome outcome) {
    return "%d cores, %s, Java %s; %d rounds, in turns."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            System.getProperty("java.version"),
            outcome.standings().get(0).seconds().size());
  }

  /** How the best of Highstreet's ways compares with it. */
  private static String compared(Standing standing, Races.Outcome outcome) {
    double ours =
        outcome.standings().stream()
            .filter(other -> other.racer().startsWith(HighstreetJob.NAME))
            .mapToDouble(Standing::median)
            .min()
            .orElseThrow();
    return standing.racer().startsWith(HighstreetJob.NAME)
        ? ""
        : String.format(
            Locale.ROOT, "%.2f × as long as Highstreet's best", standing.median() / ours);
  }
}
