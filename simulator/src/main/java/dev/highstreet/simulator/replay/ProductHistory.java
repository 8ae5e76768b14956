package dev.highstreet.simulator.replay;

import dev.highstreet.simulator.transactions.Categories;
import dev.highstreet.simulator.transactions.Invoice;
import dev.highstreet.simulator.transactions.Row;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The revisions of every product, found from the rows that name it.
 *
 * <p>The first revision is in force from the product's first invoice on; another one from the start
 * of each calendar month (in the shop's zone) whose rows say anything new. A revision's list price
 * is the positive price of most of that month's rows (the lowest, of those equally frequent), its
 * name the newest description until the month's end, its category the newest one in the file or
 * else the one derived from its name. Where a month says nothing, what was known stays: a product
 * never priced above 0 has a list price of 0, one never described is called by its code.
 */
final class ProductHistory {
  private final Map<String, List<ProductRevision>> revisions = new LinkedHashMap<>();

  private ProductHistory() {}

  /** Finds the revisions from all invoices, which come in order of time. */
  static ProductHistory of(List<Invoice> invoices, ZoneId zone, Categories categories) {
    Map<String, SortedMap<YearMonth, ProductMonth>> products = new LinkedHashMap<>();
    Map<String, Instant> firsts = new LinkedHashMap<>();
    for (Invoice invoice : invoices) {
      YearMonth month = YearMonth.from(invoice.time().atZone(zone));
      for (Row row : invoice.rows()) {
        if (!row.product().isEmpty()) {
          firsts.putIfAbsent(row.product(), invoice.time());
          products
              .computeIfAbsent(row.product(), code -> new TreeMap<>())
              .computeIfAbsent(month, newMonth -> new ProductMonth())
              .add(row);
        }
      }
    }
    ProductHistory history = new ProductHistory();
    products.forEach(
        (product, months) -> {
          Revising revising = new Revising(product, firsts.get(product), zone, categories);
          months.forEach(revising::month);
          history.revisions.put(product, revising.revisions);
        });
    return history;
  }

  /** Every product's revisions: products in order of first appearance, oldest revisions first. */
  List<ProductRevision> all() {
    return revisions.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The number of the revision in force at the time of an invoice that names the product; 0 for a
   * row without a product code.
   */
  int revisionAt(String product, Instant time) {
    int inForce = 0;
    for (ProductRevision revision : revisions.getOrDefault(product, List.of())) {
      if (revision.effectiveFrom().isAfter(time)) {
        break;
      }
      inForce = revision.number();
    }
    return inForce;
  }

  /** Goes through one product's months. */
  private static final class Revising {
    private final String product;
    private final Instant first;
    private final ZoneId zone;
    private final Categories categories;
    private final List<ProductRevision> revisions = new ArrayList<>(2);
    private long listPriceMicros;
    private String pricedDescription = "";
    private String description = "";
    private String category = "";

    Revising(String product, Instant first, ZoneId zone, Categories categories) {
      this.product = product;
      this.first = first;
      this.zone = zone;
      this.categories = categories;
    }

    void month(YearMonth month, ProductMonth said) {
      long price = said.modalPriceMicros();
      listPriceMicros = price > 0 ? price : listPriceMicros;
      pricedDescription = newer(said.newestPricedDescription(), pricedDescription);
      description = newer(said.newestDescription(), description);
      category = newer(said.newestCategory(), category);
      String name = newer(pricedDescription, newer(description, product));
      String inCategory = newer(category, categories.of(product, name));
      Instant from = revisions.isEmpty() ? first : month.atDay(1).atStartOfDay(zone).toInstant();
      ProductRevision next =
          new ProductRevision(
              product, revisions.size() + 1, name, inCategory, listPriceMicros, from);
      if (revisions.isEmpty() || differs(revisions.get(revisions.size() - 1), next)) {
        revisions.add(next);
      }
    }

    private static String newer(String newest, String known) {
      return newest.isEmpty() ? known : newest;
    }

    private static boolean differs(ProductRevision inForce, ProductRevision next) {
      return inForce.listPriceMicros() != next.listPriceMicros()
          || !inForce.name().equals(next.name())
          || !inForce.category().equals(next.category());
    }
  }
}
