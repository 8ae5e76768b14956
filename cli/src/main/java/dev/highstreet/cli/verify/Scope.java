package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.sql.AnswerKeyTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Which days are compared.
 *
 * @param first the first
 * @param last the last
 * @param everything whether that is all that has happened: then what belongs to no day is compared,
 *     too
 * @param why what limits it, in words; empty if nothing does
 * @param begins the first day of which there is something to tell: before it nothing happened
 */
record Scope(LocalDate first, LocalDate last, boolean everything, String why, LocalDate begins) {
  Scope {
    requireNonNull(first, "first is null");
    requireNonNull(last, "last is null");
    requireNonNull(why, "why is null");
    requireNonNull(begins, "begins is null");
  }

  /**
   * The days that were asked for, or all that can be compared.
   *
   * @param from empty for the first there is
   * @param to empty for the last there is
   * @throws CommandException if a day cannot be compared, saying why
   */
  static Scope of(Days days, SalesRun run, Optional<LocalDate> from, Optional<LocalDate> to) {
    refuseReversed(from, to);
    LocalDate begins = days.firstDay();
    LocalDate last = run.hasReadAll() ? days.lastDay() : lastClosed(days, run);
    from.ifPresent(day -> refuseOutside("--from", day, days, last, run));
    to.ifPresent(day -> refuseOutside("--to", day, days, last, run));
    boolean narrowed = from.isPresent() || to.isPresent();
    String why = narrowed ? "only some days were asked for" : "";
    if (!run.hasReadAll() && !narrowed) {
      why = "run %d goes on, and days after %s are not closed".formatted(run.id(), last);
    }
    return new Scope(
        from.orElse(begins), to.orElse(last), run.hasReadAll() && !narrowed, why, begins);
  }

  private static void refuseReversed(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw CommandException.usedWrongly(
          "--from %s is after --to %s: exchange them".formatted(from.get(), to.get()));
    }
  }

  private static LocalDate lastClosed(Days days, SalesRun run) {
    return run.watermark()
        .flatMap(days::lastDayEndedBy)
        .orElseThrow(
            () ->
                CommandException.usedWrongly(
                    "no day is closed yet: run %d goes on, and its watermark is %s; days close 48 hours after they end"
                        .formatted(
                            run.id(), run.watermark().map(Object::toString).orElse("not told"))));
  }

  private static void refuseOutside(
      String option, LocalDate day, Days days, LocalDate last, SalesRun run) {
    LocalDate first = days.firstDay();
    if (day.isBefore(first) || day.isAfter(last)) {
      throw CommandException.usedWrongly(
          run.hasReadAll()
              ? "%s is %s; %s tells of days %s to %s"
                  .formatted(option, day, days.teller(), first, last)
              : "%s is %s; while the job goes on, closed days can be compared: %s to %s"
                  .formatted(option, day, first, last));
    }
  }

  /** Why a table cannot be compared; empty if it can. */
  Optional<String> reasonAgainst(AnswerKeyTable table) {
    return switch (table.period()) {
      case HOUR, DAY, OF_ORDER -> Optional.empty();
      case MONTH ->
          everything || firstMonth().compareTo(lastMonth()) <= 0
              ? Optional.empty()
              : Optional.of("no whole month lies within the days compared");
      case NONE -> everything ? Optional.empty() : Optional.of("its rows belong to no day; " + why);
    };
  }

  /** The first month all of whose days are within; before what is told begins, nothing happened. */
  YearMonth firstMonth() {
    YearMonth month = YearMonth.from(first);
    boolean whole = first.getDayOfMonth() == 1 || first.equals(begins);
    return whole ? month : month.plusMonths(1);
  }

  /** The last month all of whose days are within. */
  YearMonth lastMonth() {
    YearMonth month = YearMonth.from(last);
    return everything || last.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
  }
}
