package dev.highstreet.simulator.replay;

import dev.highstreet.simulator.transactions.Invoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a customer from a certain time on.
 *
 * @param number 1 for the first, then 2, 3, …
 * @param registeredAt the time of the customer's first invoice
 */
record CustomerRevision(
    String customer, int number, Instant registeredAt, String country, Instant effectiveFrom) {
  /** The country of a customer whose invoices name none. */
  static final String UNSPECIFIED = "Unspecified";

  /**
   * The revisions of every customer, in order of time: one at the first invoice, another whenever
   * an invoice names another country than the one before it.
   *
   * @param invoices in order of time
   */
  static List<CustomerRevision> all(List<Invoice> invoices) {
    Map<String, CustomerRevision> newest = new HashMap<>();
    List<CustomerRevision> revisions = new ArrayList<>();
    for (Invoice invoice : invoices) {
      if (invoice.customer() != null) {
        CustomerRevision known = newest.get(invoice.customer());
        CustomerRevision next = known == null ? first(invoice) : known.after(invoice);
        if (!next.equals(known)) {
          newest.put(next.customer(), next);
          revisions.add(next);
        }
      }
    }
    return revisions;
  }

  private static CustomerRevision first(Invoice invoice) {
    String country = invoice.country().isEmpty() ? UNSPECIFIED : invoice.country();
    return new CustomerRevision(invoice.customer(), 1, invoice.time(), country, invoice.time());
  }

  private CustomerRevision after(Invoice invoice) {
    if (invoice.country().isEmpty() || invoice.country().equals(country)) {
      return this;
    }
    return new CustomerRevision(
        customer, number + 1, registeredAt, invoice.country(), invoice.time());
  }
}
