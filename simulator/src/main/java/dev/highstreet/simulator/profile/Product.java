package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * One product, in figures; its number is its place in the {@link Assortment}.
 *
 * @param category its place in the assortment's list of categories
 * @param priceMonths months of the assortment, from 0, in which a list price begins; the first is 0
 * @param priceMicros the list prices that begin there, in micros, above 0
 * @param popularity weight in each month of the assortment; 0 where it is not sold
 * @param quantities units of a line at scores evenly spaced from {@link Baskets#LEAST_SCORE} to its
 *     negative
 * @param breaks what is really paid, by units of the line; by ascending units, the first from 1
 */
public record Product(
    int category,
    Amounts priceMonths,
    Amounts priceMicros,
    Figures popularity,
    Amounts quantities,
    List<PriceBreak> breaks) {
  /** The dearest list price, in micros: a hundred million. */
  static final long DEAREST_MICROS = 100_000_000_000_000L;

  private static final long MOST_UNITS = 1_000_000;

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
    Checks.size("assortment.products.quantities", quantities, 2, 200);
    Checks.ascending("assortment.products.quantities", quantities, 1, MOST_UNITS);
    Checks.size("assortment.products.breaks", breaks, 1, 10);
    breaks = List.copyOf(breaks);
    for (int i = 0; i < breaks.size(); i++) {
      int before = i == 0 ? 0 : breaks.get(i - 1).from();
      Checks.count(
          "assortment.products.breaks[" + i + "].from",
          breaks.get(i).from(),
          before + 1,
          i == 0 ? 1 : MOST_UNITS);
    }
  }
}
