package dev.highstreet.simulator.transactions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one invoice, which become one order or one return.
 *
 * @param time of its earliest row
 * @param customer the first that its rows name; null for a guest
 * @param country the first that its rows name; empty if they name none
 * @param rows in the order of the file
 */
public record Invoice(String id, Instant time, String customer, String country, List<Row> rows) {
  /** The invoices of a file by time; those of one time in the order of the file. */
  public static List<Invoice> byTime(List<Row> rows) {
    Map<String, List<Row>> byInvoice = new LinkedHashMap<>();
    for (Row row : rows) {
      byInvoice.computeIfAbsent(row.invoice(), id -> new ArrayList<>(4)).add(row);
    }
    List<Invoice> invoices = new ArrayList<>(byInvoice.size());
    byInvoice.forEach((id, lines) -> invoices.add(of(id, lines)));
    invoices.sort(Comparator.comparing(Invoice::time)); // stable
    return invoices;
  }

  private static Invoice of(String id, List<Row> rows) {
    Instant time = rows.get(0).time();
    String customer = null;
    String country = "";
    for (Row row : rows) {
      time = row.time().isBefore(time) ? row.time() : time;
      customer = customer == null ? row.customer() : customer;
      country = country.isEmpty() ? row.country() : country;
    }
    return new Invoice(id, time, customer, country, rows);
  }

  /**
   * Whether goods came back, rather than went out.
   *
   * @param cancellation what the numbers of such invoices start with; empty if there are none
   */
  public boolean isReturn(String cancellation) {
    return !cancellation.isEmpty() && id.startsWith(cancellation);
  }
}
