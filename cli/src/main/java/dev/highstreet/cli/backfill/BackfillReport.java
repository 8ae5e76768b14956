package dev.highstreet.cli.backfill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was backfilled, and what is left, for people or on one line for machines. */
final class BackfillReport {
  private static final double MILLIS_A_SECOND = 1_000;

  private final Surroundings surroundings;
  private final String job;
  private final LateDays asked;
  private final ObjectNode line = new ObjectMapper().createObjectNode();

  BackfillReport(Surroundings surroundings, String job, LateDays asked) {
    this.surroundings = surroundings;
    this.job = job;
    this.asked = asked;
    line.putArray("runs");
    asked.open().forEach(day -> line.withArray("left").add(day.toString()));
  }

  /** Tells of one backfill, at once to people. */
  void add(Backfilled done, boolean json) {
    double seconds = done.took().toMillis() / MILLIS_A_SECOND;
    line.withArray("runs")
        .addObject()
        .put("run", done.run())
        .put("from", done.days().from().toString())
        .put("to", done.days().to().toString())
        .put("rows", done.rows())
        .put("records", done.records())
        .put("bytes", done.bytes())
        .put("seconds", seconds);
    if (!json) {
      surroundings
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "Backfilled %s of %s (run %d): wrote %,d rows from %,d records, %,d bytes, in %.1f s",
                  job,
                  done.days(),
                  done.run(),
                  done.rows(),
                  done.records(),
                  done.bytes(),
                  seconds));
    }
  }

  /** Tells what is left; returns the exit code. */
  int end(boolean json) {
    if (json) {
      surroundings.out().println(line);
    } else if (asked.closed().isEmpty() && asked.open().isEmpty()) {
      surroundings.out().println("No day has late events that were not counted in.");
    } else if (!asked.open().isEmpty()) {
      surroundings
          .out()
          .printf(
              "Left for later, as the live job still counts for their months: %s%n",
              asked.open().stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
    }
    return asked.closed().isEmpty() && !asked.open().isEmpty() ? CommandException.ANSWER_IS_NO : 0;
  }
}
