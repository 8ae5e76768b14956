package dev.highstreet.simulator.transactions;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a file of transactions is written.
 *
 * @param headers the header of each column that the file has
 * @param timeFormat a pattern of {@link java.time.format.DateTimeFormatter}; times are local to the
 *     shop unless it has an offset
 * @param encoding the file's character encoding
 * @param separator what stands between two fields
 * @param cancellation what the numbers of invoices start with that take goods back; empty where
 *     none does
 */
public record Columns(
    Map<Column, String> headers,
    String timeFormat,
    Charset encoding,
    char separator,
    String cancellation) {
  /** Keeps a copy, and insists on the columns without which there is no order. */
  public Columns {
    headers = Map.copyOf(headers);
    requireNonNull(timeFormat, "timeFormat is null");
    requireNonNull(encoding, "encoding is null");
    requireNonNull(cancellation, "cancellation is null");
    for (Column column : Column.values()) {
      if (column.required() && !headers.containsKey(column)) {
        throw new IllegalArgumentException("no header for " + column.key());
      }
    }
  }

  /** As the UCI "Online Retail" file: in UTF-8, separated by commas, cancelling with a C. */
  public static Columns onlineRetail() {
    Map<Column, String> headers = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      if (!column.usualHeader().isEmpty()) {
        headers.put(column, column.usualHeader());
      }
    }
    return new Columns(headers, "yyyy-MM-dd HH:mm:ss", StandardCharsets.UTF_8, ',', "C");
  }
}
