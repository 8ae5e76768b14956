package dev.highstreet.simulator.warehouse;

import dev.highstreet.simulator.profile.Product;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.PriceList;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What buyers expect who have watched some customers of such a shop for a year: how many lines a
 * month has, and how many units a line of each product. How lines spread over products is each
 * month's popularity, as the profile has it. The watched customers are not those of the simulation;
 * what is then really seen puts the forecast right.
 */
public final class BuyersForecast implements DemandForecast {
  private static final long ANOTHER_SEED = 0x6275796572L;
  private static final int WATCHED = 200;
  private static final int YEAR = 365;
  private static final int MONTHS = 12;
  // buyers do not stock for the freak order: units of a line count up to this quantile
  private static final double USUAL = 0.995;
  private static final int MOST_UNITS = 10_000;
  // a product's own lines count for more than the average line from this many on
  private static final double TRUST = 5;

  private final PriceList prices;
  private final double[] linesADay;
  private final float[][] unitsPerLine;

  private BuyersForecast(PriceList prices, double[] linesADay, float[][] unitsPerLine) {
    this.prices = prices;
    this.linesADay = linesADay;
    this.unitsPerLine = unitsPerLine;
  }

  /**
   * A forecast for a shop.
   *
   * @param customers known customers in a year
   * @param prices what is on offer when
   */
  public static BuyersForecast of(Profile profile, int customers, PriceList prices) {
    Watch watch = new Watch(profile, Math.min(customers, WATCHED));
    double[] linesADay = new double[MONTHS];
    for (int month = 0; month < MONTHS; month++) {
      double days = Math.max(1, watch.days[month]);
      linesADay[month] = watch.lines[month] / days * customers / watch.customers;
    }
    return new BuyersForecast(
        prices, linesADay, unitsPerLine(profile.assortment().products(), watch));
  }

  private static float[][] unitsPerLine(List<Product> products, Watch watch) {
    double[] units = watch.unitsPerLine();
    float[][] byMonth = new float[products.get(0).popularity().size()][products.size()];
    for (int month = 0; month < byMonth.length; month++) {
      double all = 0;
      for (Product product : products) {
        all += product.popularity().at(month);
      }
      for (int number = 0; number < units.length; number++) {
        double share = products.get(number).popularity().at(month) / all;
        byMonth[month][number] = (float) (share * units[number]);
      }
    }
    return byMonth;
  }

  @Override
  public double dailyUnits(int product, LocalDate day) {
    return linesADay[day.getMonthValue() - 1] * unitsPerLine[prices.month(day)][product];
  }

  /** What some customers bought in a year. */
  private static final class Watch {
    private final int customers;
    private final int[] days = new int[MONTHS];
    private final long[] lines = new long[MONTHS];
    private final long[] productLines;
    private final int[] linesOfUnits = new int[MOST_UNITS + 1];
    private final List<List<Purchase>> purchases = new ArrayList<>();

    Watch(Profile profile, int customers) {
      this.customers = customers;
      this.productLines = new long[profile.assortment().products().size()];
      Demand demand =
          Demand.of(profile, ANOTHER_SEED, customers, profile.first(), null, profile.zone());
      for (int i = 0; i < YEAR; i++) {
        LocalDate day = profile.first().plusDays(i);
        days[day.getMonthValue() - 1]++;
        List<Purchase> ofDay = demand.day(day);
        for (Purchase purchase : ofDay) {
          lines[day.getMonthValue() - 1] += purchase.lines();
          for (int line = 0; line < purchase.lines(); line++) {
            productLines[purchase.products()[line]]++;
            linesOfUnits[Math.min(MOST_UNITS, purchase.quantities()[line])]++;
          }
        }
        purchases.add(ofDay);
      }
    }

    /** By product, drawn towards the average where there are few lines. */
    double[] unitsPerLine() {
      int most = usual();
      double[] units = new double[productLines.length];
      for (List<Purchase> ofDay : purchases) {
        for (Purchase purchase : ofDay) {
          for (int line = 0; line < purchase.lines(); line++) {
            units[purchase.products()[line]] += Math.min(most, purchase.quantities()[line]);
          }
        }
      }
      double average = Arrays.stream(units).sum() / Math.max(1, Arrays.stream(lines).sum());
      for (int product = 0; product < units.length; product++) {
        units[product] = (units[product] + TRUST * average) / (productLines[product] + TRUST);
      }
      return units;
    }

    private int usual() {
      long above = (long) (Arrays.stream(lines).sum() * (1 - USUAL));
      int units = MOST_UNITS;
      while (units > 1 && linesOfUnits[units] <= above) {
        above -= linesOfUnits[units--];
      }
      return units;
    }
  }
}
