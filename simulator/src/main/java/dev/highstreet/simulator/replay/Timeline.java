package dev.highstreet.simulator.replay;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.transactions.Categories;
import dev.highstreet.simulator.transactions.Invoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Everything that will be emitted, in order of time; of one time, facts before what names them. */
final class Timeline {
  /**
   * One event, built when its turn comes: all of them at once would take ten times the memory.
   *
   * @param event builds the same event each time
   */
  record Entry(Instant at, Topic topic, String key, Supplier<SpecificRecord> event) {}

  private final List<Entry> entries;

  private Timeline(List<Entry> entries) {
    this.entries = entries;
  }

  /** The timeline of a file's rows, of which there is at least one. */
  static Timeline of(Transactions file, ReplayOptions options) {
    List<Invoice> invoices = Invoice.byTime(file.rows());
    ProductHistory products = ProductHistory.of(invoices, options.zone(), Categories.ours());
    EventTranslation events = new EventTranslation(products, options.unitCostRatio());
    List<Entry> entries = new ArrayList<>();

    Instant first = invoices.get(0).time();
    entries.add(new Entry(first, Topic.STORES, EventTranslation.STORE, () -> events.store(first)));
    for (ProductRevision product : products.all()) {
      entries.add(
          new Entry(
              product.effectiveFrom(),
              Topic.PRODUCTS,
              product.product(),
              () -> events.product(product)));
    }
    for (CustomerRevision customer : CustomerRevision.all(invoices)) {
      entries.add(
          new Entry(
              customer.effectiveFrom(),
              Topic.CUSTOMERS,
              customer.customer(),
              () -> events.customer(customer)));
    }
    for (Invoice invoice : invoices) {
      entries.add(
          invoice.isReturn(options.columns().cancellation())
              ? new Entry(
                  invoice.time(), Topic.RETURNS, invoice.id(), () -> events.goodsReturned(invoice))
              : new Entry(invoice.time(), Topic.ORDERS, invoice.id(), () -> events.order(invoice)));
    }
    entries.sort(Comparator.comparing(Entry::at)); // stable: facts were added first
    return new Timeline(entries);
  }

  List<Entry> entries() {
    return entries;
  }

  Instant first() {
    return entries.get(0).at();
  }

  Instant last() {
    return entries.get(entries.size() - 1).at();
  }
}
