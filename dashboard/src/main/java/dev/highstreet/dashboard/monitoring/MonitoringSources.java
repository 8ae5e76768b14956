package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.reconciliation.Reconciliation;
import dev.highstreet.dashboard.reconciliation.ReconciliationQuery;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.LastKnown;
import dev.highstreet.dashboard.shell.LastKnownEach;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.SettlementQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What the Monitoring page reads from Postgres: each thing once every few seconds however many
 * watch, and what was known last while Postgres is silent.
 */
public final class MonitoringSources {
  private static final Duration KEEP = Duration.ofSeconds(2);

  /** Counting reads every letter, or every late event. */
  private static final Duration KEEP_COUNTS = Duration.ofSeconds(10);

  private static final int LISTS = 50;

  private final LetterQuery letters;
  private final LastKnown<LetterCounts> letterCounts;
  private final LastKnownEach<LetterFilter, LetterList> letterLists;
  private final LastKnown<LateDays> late;
  private final LastKnownEach<RunFilter, RunList> runLists;
  private final LastKnown<Optional<Reconciliation>> reconciliation;

  /**
   * Reads nothing yet.
   *
   * @param clock the wall clock
   */
  public MonitoringSources(Database database, Clock clock) {
    requireNonNull(clock, "clock is null");
    this.letters = new LetterQuery(database);
    this.letterLists =
        new LastKnownEach<>(
            list -> LetterList.of(letters.list(list, LetterList.LENGTH + 1)), LISTS, KEEP, clock);
    this.letterCounts = new LastKnown<>(letters::counts, KEEP_COUNTS, clock);
    LateDayQuery days = new LateDayQuery(database);
    SettlementQuery settlement = new SettlementQuery(database);
    this.late =
        new LastKnown<>(() -> new LateDays(days.days(), settlement.read()), KEEP_COUNTS, clock);
    RunQuery runs = new RunQuery(database);
    this.runLists =
        new LastKnownEach<>(
            list -> RunList.of(runs.list(list.before().orElse(Long.MAX_VALUE), RunList.LENGTH + 1)),
            LISTS,
            KEEP,
            clock);
    ReconciliationQuery newest = new ReconciliationQuery(database);
    this.reconciliation = new LastKnown<>(newest::newest, KEEP, clock);
  }

  LetterQuery letterQuery() {
    return letters;
  }

  /** How many dead letters there are. */
  Panel<LetterCounts> letterCounts() {
    return letterCounts.get();
  }

  /** A page of dead letters. */
  Panel<LetterList> letterList(LetterFilter filter) {
    return letterLists.get(filter.shared());
  }

  /** A dead letter, read anew; empty if there is none such. */
  Panel<Optional<Letter>> letter(LetterPlace place) {
    return Panel.of(() -> letters.letter(place));
  }

  /** The days with late events. */
  Panel<LateDays> late() {
    return late.get();
  }

  /** How many closed days have late events that wait for a backfill; 0 where that is not known. */
  public long lateDaysReady() {
    return late().found().map(days -> days.ready().size()).orElse(0);
  }

  /** A page of runs. */
  Panel<RunList> runs(RunFilter filter) {
    return runLists.get(filter);
  }

  /** The newest comparison with the answer key; empty before the first. */
  public Panel<Optional<Reconciliation>> reconciliation() {
    return reconciliation.get();
  }
}
