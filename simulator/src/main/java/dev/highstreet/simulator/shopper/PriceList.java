package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.profile.Assortment;
import dev.highstreet.simulator.profile.Product;
import dev.highstreet.simulator.profile.Profile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * What the shop offers on a day, and at what list price. A profile tells the months of the period
 * that it was fitted on. A simulation begins in the first of them that is the same calendar month,
 * and goes on month by month; past the last one it goes back by whole years: launches, retirements
 * and prices come again as they were. Immutable.
 */
public final class PriceList {
  private static final int MONTHS_IN_YEAR = 12;

  private final Assortment assortment;
  private final YearMonth start;
  private final int startMonth;
  private final long[][] prices;

  private PriceList(Assortment assortment, YearMonth start, int startMonth, long[][] prices) {
    this.assortment = assortment;
    this.start = start;
    this.startMonth = startMonth;
    this.prices = prices;
  }

  /** The offers of a simulation that begins on a day. */
  public static PriceList of(Profile profile, LocalDate from) {
    Assortment assortment = profile.assortment();
    int ahead = Math.floorMod(from.getMonthValue() - assortment.firstMonth(), MONTHS_IN_YEAR);
    long[][] prices = new long[assortment.products().size()][];
    for (int product = 0; product < prices.length; product++) {
      prices[product] = byMonth(assortment.products().get(product), assortment.months());
    }
    return new PriceList(assortment, YearMonth.from(from), ahead, prices);
  }

  private static long[] byMonth(Product product, int months) {
    long[] prices = new long[months];
    int step = 0;
    for (int month = 0; month < months; month++) {
      while (step + 1 < product.priceMonths().size()
          && product.priceMonths().at(step + 1) <= month) {
        step++;
      }
      prices[month] = product.priceMicros().at(step);
    }
    return prices;
  }

  /** How many products there are, whether on offer or not. */
  public int products() {
    return prices.length;
  }

  /** The name of a product's category. */
  public String category(int product) {
    return assortment.categories().get(assortment.products().get(product).category());
  }

  /** What one unit is listed at on a day, in micros; the same all month. */
  public long listPriceMicros(int product, LocalDate day) {
    return prices[product][month(day)];
  }

  /** Whether a product is on offer on a day; the same all month. */
  public boolean onOffer(int product, LocalDate day) {
    return assortment.products().get(product).popularity().at(month(day)) > 0;
  }

  /** The month of the profile, from 0, that a day is like. */
  public int month(LocalDate day) {
    int month = startMonth + Math.toIntExact(ChronoUnit.MONTHS.between(start, YearMonth.from(day)));
    int months = assortment.months();
    if (month >= months && months > MONTHS_IN_YEAR) {
      month -= (month - months + MONTHS_IN_YEAR) / MONTHS_IN_YEAR * MONTHS_IN_YEAR;
    }
    return Math.floorMod(month, months);
  }
}
