package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.verify.Verdict.NotCompared;
import dev.highstreet.sql.AnswerKey;
import dev.highstreet.sql.AnswerKeyTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A comparison of everything the sales job keeps with the truth: set up, then run. It starts no
 * server, changes no table but {@code ops.reconciliations}, and needs the truth's folder and a
 * database that answers.
 *
 * <pre>{@code
 * Verdict verdict = Verification.of(truth, databases).as(TruthView.AS_STREAMED).run();
 * }</pre>
 */
public final class Verification {
  private final Path truth;
  private final Databases databases;
  private TruthView view = TruthView.FINAL;
  private Optional<LocalDate> from = Optional.empty();
  private Optional<LocalDate> to = Optional.empty();
  private Consumer<String> progress = doing -> {};

  private Verification(Path truth, Databases databases) {
    this.truth = truth;
    this.databases = databases;
  }

  /**
   * All that can be compared, in the final view.
   *
   * @param truth the folder that a simulated shop wrote its truth to; what memory does not hold is
   *     put beside it
   * @param databases where the job's rows are
   */
  public static Verification of(Path truth, Databases databases) {
    return new Verification(
        requireNonNull(truth, "truth is null").toAbsolutePath(),
        requireNonNull(databases, "databases is null"));
  }

  /** Compares with another view of the truth. */
  public Verification as(TruthView other) {
    view = requireNonNull(other, "other is null");
    return this;
  }

  /** Compares some days only; an empty end is that of what can be compared. */
  public Verification between(Optional<LocalDate> first, Optional<LocalDate> last) {
    from = requireNonNull(first, "first is null");
    to = requireNonNull(last, "last is null");
    return this;
  }

  /** Is told what is being compared, about once for every 50,000 rows. */
  public Verification onProgress(Consumer<String> listener) {
    progress = requireNonNull(listener, "listener is null");
    return this;
  }

  /**
   * Compares.
   *
   * @throws CommandException if there is no truth, no run, or no such day; or the database or the
   *     disk does not answer
   */
  public Verdict run() {
    Truth told = Truth.in(truth);
    try (Snapshot snapshot = Snapshot.of(databases.reader().connections());
        TruthDatabase key = TruthDatabase.open(told, truth.resolveSibling("verify"))) {
      SalesRun run = SalesRuns.newest(snapshot.connection(), told, key::events);
      Scope scope = Scope.of(told, run, from, to);
      key.cover(view == TruthView.AS_HEALED ? snapshot.coveredEvents() : List.of());
      progress.accept("reading the truth in " + truth);
      key.prepare(scope, view);
      return compare(told, scope, snapshot, key);
    } catch (SQLException e) {
      throw CommandException.usedWrongly(
          "cannot compare %s with %s: %s".formatted(databases.url(), truth, e.getMessage()), e);
    }
  }

  private Verdict compare(Truth told, Scope scope, Snapshot snapshot, TruthDatabase key)
      throws SQLException {
    List<TableVerdict> verdicts = new ArrayList<>();
    List<NotCompared> notCompared = new ArrayList<>();
    for (AnswerKeyTable table : AnswerKey.TABLES) {
      Optional<String> against = scope.reasonAgainst(table);
      if (against.isPresent()) {
        notCompared.add(new NotCompared(table.name(), against.get()));
      } else {
        verdicts.add(compare(table, told, scope, snapshot, key));
      }
    }
    return new Verdict(view, scope.first(), scope.last(), verdicts, notCompared, List.of());
  }

  private TableVerdict compare(
      AnswerKeyTable table, Truth told, Scope scope, Snapshot snapshot, TruthDatabase key)
      throws SQLException {
    progress.accept("comparing " + table.name());
    String query = query(table, scope);
    RowFormat format = key.format(query, table.key().size());
    // both sort their rows before the first comes: at the same time
    CompletableFuture<SortedRows> sorting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return snapshot.rows(table, format, scope, told);
              } catch (SQLException e) {
                throw new CompletionException(e);
              }
            });
    try (SortedRows expected = key.rows(query, format);
        SortedRows found = sorting.join()) {
      return new MergeJoin(
              format,
              rows -> progress.accept("comparing %s: %,d rows".formatted(table.name(), rows)))
          .compare(table.name(), expected, found);
    }
  }

  /** Months that are not whole within the days compared have rows of those days only: left out. */
  private static String query(AnswerKeyTable table, Scope scope) {
    String query = AnswerKey.query(table.name());
    return table.period() == AnswerKeyTable.Period.MONTH
        ? "FROM (%s) WHERE month BETWEEN '%s' AND '%s'"
            .formatted(query, scope.firstMonth().atDay(1), scope.lastMonth().atDay(1))
        : query;
  }
}
