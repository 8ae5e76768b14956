package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows of a mart as CSV (RFC 4180, UTF-8): a header, then a line a row; empty for null. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front of it, which a spreadsheet hides.
 */
final class MartCsv {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

  private final Mart mart;
  private final CsvWriter csv;

  MartCsv(Mart mart, OutputStream out) {
    this.mart = requireNonNull(mart, "mart is null");
    this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  void header() {
    csv.writeRecord(mart.columns().stream().map(Mart.Column::name).toList());
  }

  void rows(List<List<Object>> rows) throws IOException {
    for (List<Object> row : rows) {
      csv.writeRecord(row.stream().map(MartCsv::cell).toList());
    }
    csv.flush();
  }

  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    // numbers and times are no one's to choose: a minus there is a minus
    return value instanceof String text ? harmless(text) : ColumnType.text(value);
  }

  private static String harmless(String text) {
    return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
