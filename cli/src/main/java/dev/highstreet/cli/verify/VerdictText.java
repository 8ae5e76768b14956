package dev.highstreet.cli.verify;

import dev.highstreet.cli.verify.Verdict.NotCompared;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict for people: a line a table, then the first differences. */
final class VerdictText {
  private static final String LINE = "%-30s %12s %12s %9s %9s %9s%s%n";
  private static final int SHOWN_COLUMNS = 30;

  private VerdictText() {}

  static void print(Verdict verdict, PrintStream out) {
    out.printf(
        "Compared with %s; days %s to %s.%n%n",
        verdict.basis(), verdict.firstDay(), verdict.lastDay());
    out.printf(LINE, "table", "expected", "equal", "missing", "extra", "different", "");
    for (TableVerdict table : verdict.tables()) {
      out.printf(
          LINE,
          table.table(),
          number(table.expected()),
          number(table.equal()),
          number(table.missing()),
          number(table.extra()),
          number(table.different()),
          table.holds() ? "  ok" : "  WRONG");
    }
    for (NotCompared table : verdict.notCompared()) {
      out.printf("%-30s not compared: %s%n", table.table(), table.why());
    }
    for (TableVerdict table : verdict.tables()) {
      print(table, out);
    }
    out.println();
    verdict.notes().forEach(out::println);
    out.printf(Locale.ROOT, "reconciled %d of %d%n", verdict.reconciled(), verdict.tables().size());
  }

  private static void print(TableVerdict table, PrintStream out) {
    if (table.holds()) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "%n%s: %,d rows differ; the first %d:%n",
        table.table(),
        table.differences(),
        table.first().size());
    for (Difference row : table.first()) {
      out.printf(
          "  %s %s%n",
          row.kind().name().toLowerCase(Locale.ROOT),
          row.key().entrySet().stream().map(Object::toString).collect(Collectors.joining(", ")));
      for (ColumnDifference column : row.columns()) {
        out.print(line(row.kind(), column));
      }
    }
  }

  private static String line(Difference.Kind kind, ColumnDifference column) {
    String name = "    %-" + SHOWN_COLUMNS + "s ";
    return switch (kind) {
      case MISSING -> (name + "expected %s%n").formatted(column.column(), column.expected());
      case EXTRA -> (name + "found %s%n").formatted(column.column(), column.found());
      case DIFFERENT ->
          (name + "expected %s, found %s%n")
              .formatted(column.column(), column.expected(), column.found());
    };
  }

  private static String number(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }
}
