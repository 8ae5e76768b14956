package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * What the shop sells. Products are numbered from 0 and have neither names nor codes; the months
 * are those of the period that was fitted, and are replayed by calendar month in any other.
 *
 * @param firstMonth the calendar month of the first month, 1 to 12
 * @param months how many months the popularity of every product is given for
 * @param categories names of the categories
 */
public record Assortment(
    Origin origin, int firstMonth, int months, List<String> categories, List<Product> products) {
  /** Categories at most. */
  public static final int MOST_CATEGORIES = 1_000;

  /** Products at most. */
  public static final int MOST_PRODUCTS = 1_000_000;

  /** Months at most. */
  public static final int MOST_MONTHS = 60;

  /** Refuses what cannot be. */
  public Assortment {
    Checks.given("assortment.origin", origin);
    Checks.count("assortment.firstMonth", firstMonth, 1, 12);
    Checks.count("assortment.months", months, 1, MOST_MONTHS);
    Checks.size("assortment.categories", categories, 1, MOST_CATEGORIES);
    Checks.size("assortment.products", products, 1, MOST_PRODUCTS);
    categories = List.copyOf(categories);
    products = List.copyOf(products);
    double[] sold = new double[months];
    for (int number = 0; number < products.size(); number++) {
      Product product = products.get(number);
      if (product.category() >= categories.size() || product.popularity().size() != months) {
        String field = "assortment.products[" + number + "]";
        Checks.count(field + ".category", product.category(), 0, categories.size() - 1);
        Checks.size(field + ".popularity", product.popularity(), months);
      }
      for (int month = 0; month < months; month++) {
        sold[month] += product.popularity().at(month);
      }
    }
    for (int month = 0; month < months; month++) {
      Checks.positive("the popularity of all products in month " + month, sold[month]);
    }
  }
}
