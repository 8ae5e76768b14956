package dev.highstreet.simulator.calibrate.history;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.transactions.Categories;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a file's invoices in order of time, and numbers whom and what they name in the order in
 * which orders do. A customer who only ever brought back what was bought before the file begins is
 * nobody's buyer, and counts as a guest; a product of which nothing was sold comes last.
 */
final class HistoryBuilder {
  private static final int LONGEST_YEARS = 50;

  private final Path file;
  private final ZoneId zone;
  private final Assortment assortment;
  private final List<RawInvoice> invoices = new ArrayList<>();
  private final Map<String, Integer> customers = new HashMap<>();
  private final Tally byCustomer = new Tally();
  private final Tally byOrder = new Tally();
  private final int[] numbers;
  private final List<String> codes = new ArrayList<>();
  private final List<String> categories = new ArrayList<>();
  private final Categories known = Categories.ours();

  HistoryBuilder(Path file, ZoneId zone, Assortment assortment, Collection<RawInvoice> raw) {
    this.file = file;
    this.zone = zone;
    this.assortment = assortment;
    this.numbers = new int[assortment.size()]; // plus one; 0 for none yet
    for (RawInvoice invoice : raw) {
      if (!invoice.isEmpty()) {
        invoices.add(invoice);
      }
    }
    invoices.sort(Comparator.comparingLong(RawInvoice::at)); // stable
  }

  /** Whether anything was sold. */
  boolean hasOrders() {
    return invoices.stream().anyMatch(invoice -> !invoice.isCancellation());
  }

  SalesHistory build() throws UnusableFileException {
    List<PastOrder> orders = new ArrayList<>();
    for (RawInvoice invoice : invoices) {
      if (!invoice.isCancellation()) {
        orders.add(order(invoice));
      }
    }
    LocalDate first = day(orders.get(0));
    LocalDate last = day(orders.get(orders.size() - 1));
    if (ChronoUnit.YEARS.between(first, last) >= LONGEST_YEARS) {
      throw new UnusableFileException(
          "%s has orders from %s to %s, but at most %d years are taken: look for a mistyped date, or set timeFormat with --columns FILE"
              .formatted(file, first, last, LONGEST_YEARS));
    }
    List<PastReturn> returns = new ArrayList<>();
    for (RawInvoice invoice : invoices) {
      if (invoice.isCancellation()) {
        returns.add(takenBack(invoice));
      }
    }
    return new SalesHistory(
        zone, first, last, customers.size(), codes, categories, orders, returns);
  }

  /** Where customers live; where orders go, if no customer is known. Complete once built. */
  Map<String, Long> countries() {
    return (byCustomer.isEmpty() ? byOrder : byCustomer).byFrequency();
  }

  private PastOrder order(RawInvoice invoice) {
    int known = customers.size();
    int customer =
        invoice.customer() == null
            ? PastOrder.GUEST
            : customers.computeIfAbsent(invoice.customer(), id -> known);
    if (!invoice.country().isEmpty()) {
      byOrder.add(invoice.country());
      if (customers.size() > known) {
        byCustomer.add(invoice.country());
      }
    }
    return new PastOrder(
        customer, invoice.at(), products(invoice), invoice.quantities(), invoice.pricesMicros());
  }

  private PastReturn takenBack(RawInvoice invoice) {
    return new PastReturn(
        customers.getOrDefault(invoice.customer(), PastOrder.GUEST),
        invoice.at(),
        products(invoice),
        invoice.quantities(),
        invoice.pricesMicros());
  }

  private int[] products(RawInvoice invoice) {
    int[] products = invoice.products();
    for (int i = 0; i < products.length; i++) {
      int raw = products[i];
      if (numbers[raw] == 0) {
        codes.add(assortment.code(raw));
        categories.add(assortment.category(raw, known));
        numbers[raw] = codes.size();
      }
      products[i] = numbers[raw] - 1;
    }
    return products;
  }

  private LocalDate day(PastOrder order) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(order.at()), zone);
  }
}
