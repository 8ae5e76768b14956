package dev.highstreet.cli.backfill;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.sales.SalesJobs;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Collectors;

/**
 * Backfills of the sales marts, for who has no terminal: each waits for its end, and says in a
 * sentence what it did.
 */
public final class Backfills {
  private final SalesJobs jobs;
  private final BackfillRuns runs;

  /**
   * On one platform.
   *
   * @param jobs submits them
   * @param databases where their rows go
   */
  public Backfills(SalesJobs jobs, Databases databases) {
    this.jobs = requireNonNull(jobs, "jobs is null");
    this.runs = new BackfillRuns(databases);
  }

  /**
   * Replaces some days.
   *
   * @param progress told what is being done, and how much of it is, from 0 to 1
   * @throws CommandException with the reason if they cannot be replaced, now or at all
   */
  public String days(LocalDate from, LocalDate to, ObjDoubleConsumer<String> progress) {
    if (to.isBefore(from)) {
      throw CommandException.usedWrongly(
          "the first day is %s and the last %s: swap them".formatted(from, to));
    }
    return all(LateDays.just(new DayRange(from, to)), progress);
  }

  /**
   * Replaces all days with late events that no backfill has counted in, but for those whose month
   * is not over.
   *
   * @param progress as for {@link #days}
   * @throws CommandException as {@link #days}
   */
  public String late(ObjDoubleConsumer<String> progress) {
    return all(LateDays.of(runs.lateDays(), runs.openFrom()), progress);
  }

  private String all(LateDays asked, ObjDoubleConsumer<String> progress) {
    String left =
        asked.open().isEmpty()
            ? ""
            : " Left for later, as the live job still counts for their months: "
                + asked.open().stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                + ".";
    List<DayRange> ranges = asked.closed();
    if (ranges.isEmpty()) {
      return left.isEmpty() ? "No day has late events that were not counted in." : left.strip();
    }
    long rows = 0;
    for (int i = 0; i < ranges.size(); i++) {
      rows += one(ranges.get(i), i, ranges.size(), progress).rows();
    }
    return String.format(
            Locale.ROOT,
            "Backfilled %s: wrote %,d rows.",
            ranges.stream().map(DayRange::toString).collect(Collectors.joining(", ")),
            rows)
        + left;
  }

  private Backfilled one(DayRange days, int done, int of, ObjDoubleConsumer<String> progress) {
    progress.accept("Submitting the backfill of " + days, (double) done / of);
    BackfillRun run =
        BackfillRun.submit(jobs, runs, days, SalesJobs.RuntimeMode.BATCH, Optional.empty());
    long toRead = Math.max(1, run.toRead());
    return run.await(
        read ->
            progress.accept(
                String.format(Locale.ROOT, "%s: read %,d of %,d records", days, read, toRead),
                (done + Math.min(1, (double) read / toRead)) / of));
  }
}
