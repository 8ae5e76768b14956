package dev.highstreet.simulator.profile;

/**
 * One product, in figures; its number is its place in the {@link Assortment}.
 *
 * @param category its place in the assortment's list of categories
 * @param priceMonths months of the assortment, from 0, in which a list price begins; the first is 0
 * @param priceMicros the list prices that begin there, in micros, above 0
 * @param popularity weight in each month of the assortment; 0 where it is not sold
 * @param quantities quantiles of a line's units, evenly spaced from the least to the greatest
 */
public record Product(
    int category,
    Amounts priceMonths,
    Amounts priceMicros,
    Figures popularity,
    Figures quantities) {
  /** The dearest list price, in micros: a hundred million. */
  static final long DEAREST_MICROS = 100_000_000_000_000L;

  /** Refuses what cannot be. */
  public Product {
    Checks.count("assortment.products.category", category, 0, Assortment.MOST_CATEGORIES - 1);
    Checks.size("assortment.products.priceMonths", priceMonths, 1, Assortment.MOST_MONTHS);
    Checks.size(
        "assortment.products.priceMicros", priceMicros, priceMonths.size(), priceMonths.size());
    for (int i = 0; i < priceMonths.size(); i++) {
      long least = i == 0 ? 0 : priceMonths.at(i - 1) + 1;
      long most = i == 0 ? 0 : Assortment.MOST_MONTHS;
      Checks.count("assortment.products.priceMonths[" + i + "]", priceMonths.at(i), least, most);
      Checks.count(
          "assortment.products.priceMicros[" + i + "]", priceMicros.at(i), 1, DEAREST_MICROS);
    }
    Checks.size("assortment.products.popularity", popularity, 1, Assortment.MOST_MONTHS);
    Checks.each("assortment.products.popularity", popularity, 0, 1e12);
    Checks.size("assortment.products.quantities", quantities, 2, 100);
    Checks.each("assortment.products.quantities", quantities, 1, 1e6);
    Checks.ascending("assortment.products.quantities", quantities);
  }
}
