package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.catalogue.Store;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A file that is made up, to try things with: plausible rows at random. The same seed makes the
 * same file, as long as there are the same products and stores.
 *
 * @param kind what it holds
 * @param rows 1 to 10,000
 * @param seed what all of it follows from; part of its ids, so that another seed is another batch
 */
record Batch(UploadKind kind, int rows, long seed) {
  /** The most rows of a batch. */
  static final int MOST_ROWS = 10_000;

  /** The largest seed. */
  static final int MOST_SEED = 999_999_999;

  private static final int MOST_LINES = 5;
  private static final String[] PAYMENTS = {"CARD", "CARD", "CARD", "WALLET", "BANK_TRANSFER"};
  private static final String[] LOOKS = {"Blue", "Green", "Old", "Round", "Small", "Tin", "Wooden"};
  private static final String[] THINGS = {
    "bowl", "candle", "clock", "cushion", "jug", "lamp", "tray"
  };
  private static final String[] TOWNS = {"Bath", "Exeter", "Leeds", "Norwich", "Perth", "Truro"};

  Batch {
    requireNonNull(kind, "kind is null");
  }

  /** What it is called as a file. */
  String fileName() {
    return "batch-%s-%d-%d.csv".formatted(kind, rows, seed);
  }

  /**
   * All of it, as CSV.
   *
   * @param products that there are, one at least, each at a price above 0
   * @param stores that there are, one at least
   */
  String csv(List<Product> products, List<Store> stores) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    SplittableRandom random = new SplittableRandom(seed);
    switch (kind) {
      case TRANSACTIONS -> transactions(csv, random, products, stores);
      case PRODUCTS -> products(csv, random, products);
      case STORES -> stores(csv, random);
    }
    return text.toString();
  }

  private void transactions(
      CsvWriter csv, SplittableRandom random, List<Product> products, List<Store> stores) {
    csv.writeRecord(
        "order_id",
        "store_id",
        "product_id",
        "quantity",
        "unit_price",
        "discount",
        "payment_method");
    int order = 0;
    for (int row = 0; row < rows; order++) {
      String store = stores.get(random.nextInt(stores.size())).id();
      String payment = PAYMENTS[random.nextInt(PAYMENTS.length)];
      int lines = Math.min(1 + random.nextInt(MOST_LINES), rows - row);
      for (int line = 0; line < lines; line++, row++) {
        Product product = products.get(random.nextInt(products.size()));
        int quantity = 1 + random.nextInt(1 + random.nextInt(12)); // few, more often than many
        BigDecimal worth = product.listPrice().multiply(BigDecimal.valueOf(quantity));
        BigDecimal tenth = worth.divide(BigDecimal.TEN, 2, RoundingMode.DOWN);
        csv.writeRecord(
            "B%d-%d".formatted(seed, order),
            store,
            product.id(),
            Integer.toString(quantity),
            product.listPrice().stripTrailingZeros().toPlainString(),
            random.nextInt(MOST_LINES) == 0 ? tenth.toPlainString() : "",
            payment);
      }
    }
  }

  private void products(CsvWriter csv, SplittableRandom random, List<Product> known) {
    csv.writeRecord("product_id", "name", "category", "list_price", "unit_cost");
    for (int row = 0; row < rows; row++) {
      BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(9_900), 2);
      BigDecimal share = BigDecimal.valueOf(40 + random.nextInt(30), 2);
      csv.writeRecord(
          "B%d-P%d".formatted(seed, row),
          "%s %s no. %d".formatted(one(LOOKS, random), one(THINGS, random), row),
          known.get(random.nextInt(known.size())).category(),
          price.toPlainString(),
          price.multiply(share).setScale(2, RoundingMode.HALF_UP).toPlainString());
    }
  }

  private void stores(CsvWriter csv, SplittableRandom random) {
    csv.writeRecord("store_id", "name", "type", "city", "rating");
    for (int row = 0; row < rows; row++) {
      String town = one(TOWNS, random);
      csv.writeRecord(
          "B%d-S%d".formatted(seed, row),
          "%s no. %d".formatted(town, row),
          "SHOP",
          town,
          BigDecimal.valueOf(10 + random.nextInt(41), 1).toPlainString());
    }
  }

  private static String one(String[] words, SplittableRandom random) {
    return words[random.nextInt(words.length)];
  }
}
