package dev.highstreet.cli.verify;

import dev.highstreet.cli.verify.Difference.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Compares two sides that are both in the order of the key, holding one row of each: what takes
 * memory is the differences that are kept, of which there are a few.
 */
final class MergeJoin {
  private static final int KEPT = 10;
  private static final int BETWEEN_REPORTS = 50_000;

  /** Whether the table may lack rows of the answer. */
  enum Missing {
    /** It may not. */
    COUNTS,
    /** What the answer names may be there, and nothing else. */
    IS_ALLOWED
  }

  private final RowFormat format;
  private final Missing whatIsMissing;
  private final LongConsumer progress;
  private final List<Difference> first = new ArrayList<>();
  private long equal;
  private long missing;
  private long extra;
  private long different;

  /**
   * A comparison of rows.
   *
   * @param progress told now and then how many rows have been compared
   */
  MergeJoin(RowFormat format, Missing whatIsMissing, LongConsumer progress) {
    this.format = format;
    this.whatIsMissing = whatIsMissing;
    this.progress = progress;
  }

  /** Reads both sides to their ends. */
  TableVerdict compare(String table, SortedRows expected, SortedRows found) throws SQLException {
    String wanted = expected.next();
    String there = found.next();
    while (wanted != null || there != null) {
      int order = order(wanted, there);
      if (order < 0) {
        miss(wanted);
      } else if (order > 0) {
        extra++;
        keep(Kind.EXTRA, null, there);
      } else {
        match(wanted, there);
      }
      wanted = order <= 0 ? expected.next() : wanted;
      there = order >= 0 ? found.next() : there;
      report();
    }
    return new TableVerdict(table, equal, missing, extra, different, first, 0);
  }

  private int order(String wanted, String there) {
    if (wanted == null || there == null) {
      return wanted == null ? 1 : -1;
    }
    return wanted.equals(there) ? 0 : inBytes(format.key(wanted), format.key(there));
  }

  private void miss(String wanted) {
    if (whatIsMissing == Missing.COUNTS) {
      missing++;
      keep(Kind.MISSING, wanted, null);
    }
  }

  private void match(String wanted, String there) {
    if (wanted.equals(there) || format.differences(wanted, there).isEmpty()) {
      equal++;
    } else {
      different++;
      keep(Kind.DIFFERENT, wanted, there);
    }
  }

  private void keep(Kind kind, String wanted, String there) {
    if (first.size() < KEPT) {
      String row = wanted == null ? there : wanted;
      first.add(new Difference(kind, format.shownKey(row), format.differences(wanted, there)));
    }
  }

  private void report() {
    long compared = equal + missing + extra + different;
    if (compared % BETWEEN_REPORTS == 0) {
      progress.accept(compared);
    }
  }

  /**
   * The order of two texts by their bytes in UTF-8, which is that of their code points. Java's own
   * puts what needs two characters before some that need one.
   */
  static int inBytes(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
