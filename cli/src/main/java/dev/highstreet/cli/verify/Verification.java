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
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A comparison of everything the sales job keeps with the truth, or of the marts with a file that
 * was replayed: set up, then run. It starts no server, changes no table but {@code
 * ops.reconciliations}, and needs a database that answers.
 *
 * <pre>{@code
 * Verdict verdict = Verification.of(truth, databases).as(TruthView.AS_STREAMED).run();
 * }</pre>
 */
public final class Verification {
  private static final int MOST_LOOKS = 3;
  private static final long BETWEEN_LOOKS_MILLIS = 2_000;

  private final Supplier<Source> source;
  private final Databases databases;
  private TruthView view = TruthView.FINAL;
  private Optional<LocalDate> from = Optional.empty();
  private Optional<LocalDate> to = Optional.empty();
  private Optional<String> kafka = Optional.empty();
  private Consumer<String> progress = doing -> {};

  private Verification(Supplier<Source> source, Databases databases) {
    this.source = source;
    this.databases = requireNonNull(databases, "databases is null");
  }

  /**
   * All that can be compared, in the final view.
   *
   * @param truth the folder that a simulated shop wrote its truth to; what memory does not hold is
   *     put beside it
   * @param databases where the job's rows are
   */
  public static Verification of(Path truth, Databases databases) {
    Path folder = requireNonNull(truth, "truth is null").toAbsolutePath();
    return new Verification(() -> Truth.in(folder), databases);
  }

  /**
   * The marts, with what a file says by itself.
   *
   * @param file the transactions that were replayed
   * @param work where what memory does not hold is put, in a folder of its own
   * @param databases where the job's rows are
   */
  public static Verification ofFile(Path file, Path work, Databases databases) {
    requireNonNull(file, "file is null");
    Path absolute = requireNonNull(work, "work is null").toAbsolutePath();
    return new Verification(() -> ReplayedFile.at(file, absolute), databases);
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

  /** Asks a Kafka, too, how many records it holds; {@code HOST:PORT}, or empty for none. */
  public Verification asking(Optional<String> address) {
    kafka = requireNonNull(address, "address is null");
    return this;
  }

  /** Is told what is being compared, about once for every 50,000 rows. */
  public Verification onProgress(Consumer<String> listener) {
    progress = requireNonNull(listener, "listener is null");
    return this;
  }

  /**
   * The last day that can be compared now: while the job goes on, the last that is closed.
   *
   * @throws CommandException as {@link #run}
   */
  public LocalDate lastDay() {
    Source told = source.get();
    try (KeyDatabase key = told.answers();
        Snapshot snapshot = Snapshot.of(databases.reader().connections())) {
      SalesRun run = SalesRuns.newest(snapshot.connection(), key);
      return Scope.of(key.days(), run, from, to).last();
    } catch (SQLException e) {
      throw unusable(told, e);
    }
  }

  /**
   * Compares.
   *
   * @throws CommandException if there is no truth or file, no run, or no such day; or the database
   *     or the disk does not answer
   */
  public Verdict run() {
    Source told = source.get();
    Look look = look(told, to);
    for (int looks = 1; looks < MOST_LOOKS && look.mayHaveComeTooEarly(); looks++) {
      progress.accept("looking again, in case rows were on their way");
      pause();
      look = look(told, look.everything() ? to : Optional.of(look.verdict().lastDay()));
    }
    return recorded(look.verdict());
  }

  /**
   * What was seen at one moment. A job that goes on writes each table by itself: a period may be
   * told to be closed a moment before the last row of it is there.
   */
  private record Look(Verdict verdict, boolean everything, boolean goesOn) {
    boolean mayHaveComeTooEarly() {
      return goesOn && !verdict.holds();
    }
  }

  private Look look(Source told, Optional<LocalDate> last) {
    progress.accept("reading " + told.named());
    try (KeyDatabase key = told.answers();
        Snapshot snapshot = Snapshot.of(databases.reader().connections())) {
      SalesRun run = SalesRuns.newest(snapshot.connection(), key);
      Scope scope = Scope.of(key.days(), run, from, last);
      key.prepare(scope, view, snapshot);
      Verdict verdict = compare(new Comparison(scope, key, snapshot, progress), run);
      return new Look(verdict, scope.everything(), run.goesOn());
    } catch (SQLException e) {
      throw unusable(told, e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private CommandException unusable(Source told, SQLException e) {
    return CommandException.usedWrongly(
        "cannot compare %s with %s: %s".formatted(databases.url(), told.named(), e.getMessage()),
        e);
  }

  private Verdict compare(Comparison comparison, SalesRun run) throws SQLException {
    Scope scope = comparison.scope();
    KeyDatabase key = comparison.key();
    List<TableVerdict> verdicts = new ArrayList<>();
    List<NotCompared> notCompared = new ArrayList<>();
    for (AnswerKeyTable table : AnswerKey.TABLES) {
      Optional<String> against =
          key.reasonAgainst(table.name()).or(() -> scope.reasonAgainst(table));
      if (against.isPresent()) {
        notCompared.add(new NotCompared(table.name(), against.get()));
      } else {
        verdicts.add(comparison.table(table));
      }
    }
    for (RunBook book : RunBook.of(run)) {
      Optional<String> against = key.reasonAgainst(book.name()).or(() -> reasonAgainstBooks(scope));
      if (against.isPresent()) {
        notCompared.add(new NotCompared(book.name(), against.get()));
      } else {
        verdicts.add(comparison.book(book));
      }
    }
    Optional<String> notAsked =
        key.reasonAgainst(KafkaRecords.NAME).or(() -> reasonNotToAsk(run, scope));
    if (notAsked.isPresent()) {
      notCompared.add(new NotCompared(KafkaRecords.NAME, notAsked.get()));
    } else {
      progress.accept("asking Kafka at " + kafka.get());
      verdicts.add(KafkaRecords.compare(kafka.get(), comparison.snapshot().connection(), run));
    }
    return new Verdict(
        view,
        key.basis(view),
        scope.first(),
        scope.last(),
        verdicts,
        notCompared,
        verdicts.stream().allMatch(TableVerdict::holds)
            ? List.of()
            : key.mayExplain(comparison.snapshot(), scope, view));
  }

  private static Optional<String> reasonAgainstBooks(Scope scope) {
    return scope.everything()
        ? Optional.empty()
        : Optional.of("it tells of all days; " + scope.why());
  }

  private Optional<String> reasonNotToAsk(SalesRun run, Scope scope) {
    if (kafka.isEmpty()) {
      return Optional.of("no Kafka was asked");
    }
    if (run.goesOn()) {
      return Optional.of("run %d goes on, and so does the shop's clock".formatted(run.id()));
    }
    return scope.everything() ? Optional.empty() : Optional.of("it holds all days; " + scope.why());
  }

  /** The answer stands, even if it cannot be written down. */
  private Verdict recorded(Verdict verdict) {
    try {
      Reconciliations.record(verdict, databases.writer().connections());
      return verdict;
    } catch (SQLException e) {
      return verdict.noting(
          "This was not written to ops.reconciliations: "
              + e.getMessage().lines().findFirst().get());
    }
  }
}
