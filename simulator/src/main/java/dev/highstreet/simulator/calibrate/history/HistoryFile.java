package dev.highstreet.simulator.calibrate.history;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.transactions.Columns;
import dev.highstreet.simulator.transactions.RejectedRowException;
import dev.highstreet.simulator.transactions.Row;
import dev.highstreet.simulator.transactions.TransactionFile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of transactions as the history of a shop's sales, cleaned as the contract says: the
 * smallest wrong thing is left out, a line if it is a line, and counted by its reason.
 */
public final class HistoryFile {
  private final String cancellation;
  private final Map<String, RawInvoice> invoices = new LinkedHashMap<>();
  private final Assortment assortment = new Assortment();
  private final Tally dropped = new Tally();
  private RawInvoice newest;
  private String firstReject = "";

  private HistoryFile(String cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * Reads a file.
   *
   * @param columns how it is written
   * @param zone the shop's time zone, which its times are local to
   * @throws UnusableFileException if it cannot be read, or holds nothing to learn from
   */
  public static HistoryReading read(Path file, Columns columns, ZoneId zone)
      throws UnusableFileException {
    requireNonNull(file, "file is null");
    requireNonNull(columns, "columns is null");
    requireNonNull(zone, "zone is null");
    HistoryFile reading = new HistoryFile(columns.cancellation());
    try (TransactionFile rows = TransactionFile.open(file, columns, zone)) {
      long read = rows.read(reading::add, reading::reject);
      return reading.build(file, zone, read);
    }
  }

  /** The lines of an invoice usually follow one another, so the last one is tried first. */
  private void add(Row row) {
    if (newest == null || !newest.id().equals(row.invoice())) {
      newest = invoices.computeIfAbsent(row.invoice(), this::invoice);
    }
    newest.add(row, assortment, dropped);
  }

  private void reject(long line, List<String> fields, RejectedRowException why) {
    dropped.add(why.reason().name());
    if (firstReject.isEmpty()) {
      firstReject = "; line %d: %s".formatted(line, why.getMessage());
    }
  }

  private RawInvoice invoice(String id) {
    return new RawInvoice(id, !cancellation.isEmpty() && id.startsWith(cancellation));
  }

  private HistoryReading build(Path file, ZoneId zone, long read) throws UnusableFileException {
    HistoryBuilder builder = new HistoryBuilder(file, zone, assortment, invoices.values());
    if (!builder.hasOrders()) {
      throw new UnusableFileException(
          "none of the %d rows of %s is a sale to learn from; left out: %s%s"
              .formatted(
                  read,
                  file,
                  dropped.isEmpty() ? "nothing, all came back" : dropped.describe(),
                  firstReject));
    }
    return new HistoryReading(builder.build(), builder.countries(), read, dropped.byFrequency());
  }
}
