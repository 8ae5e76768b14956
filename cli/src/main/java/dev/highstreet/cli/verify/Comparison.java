package dev.highstreet.cli.verify;

import dev.highstreet.cli.verify.MergeJoin.Missing;
import dev.highstreet.sql.AnswerKey;
import dev.highstreet.sql.AnswerKeyTable;
import dev.highstreet.sql.AnswerKeyTable.Period;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Compares one table after the other.
 *
 * @param scope the days that are compared
 * @param key the answers, prepared for these days
 * @param snapshot what was found
 * @param progress told what is being compared
 */
record Comparison(Scope scope, KeyDatabase key, Snapshot snapshot, Consumer<String> progress) {
  /** Where the other side comes from. */
  @FunctionalInterface
  private interface Found {
    SortedRows rows(RowFormat format) throws SQLException;
  }

  TableVerdict table(AnswerKeyTable table) throws SQLException {
    String answer = AnswerKey.query(table.name());
    if (table.period() == Period.MONTH) { // others have rows of the days compared only: left out
      answer =
          "FROM (%s) WHERE month BETWEEN '%s' AND '%s'"
              .formatted(answer, scope.firstMonth().atDay(1), scope.lastMonth().atDay(1));
    }
    return compare(
        table.name(),
        answer,
        table.key().size(),
        format -> snapshot.rows(table, format, scope, key.days()),
        Missing.COUNTS);
  }

  TableVerdict book(RunBook book) throws SQLException {
    return compare(
        book.name(),
        AnswerKey.query(book.answer()),
        book.keyColumns(),
        format -> snapshot.rows(book.found(), format),
        book.missing());
  }

  private TableVerdict compare(
      String name, String answer, int keyColumns, Found side, Missing missing) throws SQLException {
    long begun = System.nanoTime();
    progress.accept("comparing " + name);
    RowFormat format = key.format(answer, keyColumns);
    // both databases sort before their first row comes: at the same time
    CompletableFuture<SortedRows> sorting = CompletableFuture.supplyAsync(() -> open(side, format));
    try (SortedRows expected = key.rows(answer, format);
        SortedRows found = opened(sorting)) {
      return new MergeJoin(format, missing, rows -> progress.accept(compared(name, rows)))
          .compare(name, expected, found)
          .took((System.nanoTime() - begun) / 1e9);
    }
  }

  private static SortedRows open(Found side, RowFormat format) {
    try {
      return side.rows(format);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static SortedRows opened(CompletableFuture<SortedRows> sorting) throws SQLException {
    try {
      return sorting.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw e;
    }
  }

  private static String compared(String name, long rows) {
    return String.format(Locale.ROOT, "comparing %s: %,d rows", name, rows);
  }
}
