package dev.highstreet.simulator.market;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Costs;
import dev.highstreet.simulator.shopper.PriceList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The products, with names, brands, suppliers and costs for what the profile knows in figures only.
 * A product is first announced on the day on which it is first on offer, and again when its price
 * changes, when it leaves the range, and when it comes back.
 */
public final class Catalogue {
  private static final int NAME = "product-name".hashCode();
  private static final int BRANDS_PER_CATEGORY = 8;
  private static final double MOST_COST = 0.9;

  private final PriceList prices;
  private final Costs costs;
  private final long seed;
  private final Words words = Words.ours();
  private final Product[] products;
  private final long[] firstCosts;
  private final boolean[] zeroRated;
  private final String[] searches;

  /** A catalogue of which nothing is announced yet. */
  public Catalogue(PriceList prices, Costs costs, long seed) {
    this.prices = prices;
    this.costs = costs;
    this.seed = seed;
    this.products = new Product[prices.products()];
    this.firstCosts = new long[products.length];
    this.zeroRated = new boolean[products.length];
    this.searches = new String[products.length];
    for (int number = 0; number < products.length; number++) {
      products[number] = unborn(number);
      zeroRated[number] = words.zeroRated(products[number].category());
    }
  }

  /** How many products there are. */
  public int size() {
    return products.length;
  }

  /** A product, as its newest revision has it. */
  public Product product(int number) {
    return products[number];
  }

  /** Whether a product bears no value added tax. */
  public boolean zeroRated(int number) {
    return zeroRated[number];
  }

  /**
   * What one unit of a product costs the shop by whichever of its revisions it costs most, in
   * micros; 0 if it was never sold.
   */
  public long greatestCostMicros(int number) {
    return firstCosts[number]; // a revision never costs more than the one before
  }

  /** What people type who look for a product. */
  public String search(int number) {
    return searches[number];
  }

  /** Brings the catalogue to a day; the products that have a new revision, by number. */
  public List<Product> turnTo(LocalDate day) {
    List<Product> revised = new ArrayList<>();
    for (int number = 0; number < products.length; number++) {
      Product product = products[number];
      boolean active = prices.onOffer(number, day);
      if (!active && !product.active()) {
        continue;
      }
      long price = prices.listPriceMicros(number, day);
      if (active != product.active() || price != product.listPriceMicros()) {
        products[number] = revised(product, active ? price : product.listPriceMicros(), active);
        revised.add(products[number]);
      }
    }
    return revised;
  }

  private Product revised(Product product, long price, boolean active) {
    long cost = product.unitCostMicros();
    if (product.revision() == 0) {
      RandomStream random = RandomStream.of(seed, "cost", product.number());
      double share = costs.costShare() + costs.costSpread() * (2 * random.nextDouble() - 1);
      cost = Math.max(1, Math.round(price * share));
    }
    cost = Math.min(cost, Math.max(1, Math.round(price * MOST_COST)));
    if (product.revision() == 0) {
      firstCosts[product.number()] = cost;
    }
    return new Product(
        product.number(),
        product.id(),
        product.revision() + 1,
        product.name(),
        product.category(),
        product.brand(),
        product.supplier(),
        price,
        cost,
        active);
  }

  private Product unborn(int number) {
    String category = prices.category(number);
    RandomStream random = RandomStream.of(seed, NAME, number);
    StringBuilder name = new StringBuilder(48);
    name.append(pick(words.of("look"), random)).append(' ');
    if (random.nextInt(2) == 0) {
      name.append(pick(words.of("colour"), random)).append(' ');
    }
    String noun = pick(words.nouns(category), random);
    searches[number] = noun.toLowerCase(Locale.ROOT);
    name.append(noun);
    if (random.nextInt(3) == 0) {
      name.append(", ").append(pick(words.of("kind"), random));
    }
    List<String> brands = words.of("brand");
    int brand =
        Math.floorMod(
            category.hashCode() * 31 + random.nextInt(BRANDS_PER_CATEGORY), brands.size());
    List<String> suppliers = words.of("supplier");
    return new Product(
        number,
        Ids.of("P", number + 1L, 5),
        0,
        name.toString(),
        category,
        brands.get(brand),
        suppliers.get(brand * 7 % suppliers.size()),
        0,
        0,
        false);
  }

  private static String pick(List<String> list, RandomStream random) {
    return list.get(random.nextInt(list.size()));
  }
}
