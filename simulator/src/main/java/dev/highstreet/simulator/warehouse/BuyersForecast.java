package dev.highstreet.simulator.warehouse;

import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.Product;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.shopper.PriceList;
import java.time.LocalDate;
import java.util.List;

/**
 * What buyers expect who know the shop's profile: each month's popularity of each product, how many
 * units a line of it has, and how busy the month is. How many orders there will be is a rough
 * guess, from how often customers come; what is then seen puts it right.
 */
public final class BuyersForecast implements DemandForecast {
  private static final double DAYS_A_YEAR = 365;
  // customers of a year come in the course of it, so that most are there for a part of it only
  private static final double SHARE_OF_YEAR = 0.6;
  private static final double MOST_VISITS_A_DAY = 1;

  private final PriceList prices;
  private final Figures months;
  private final float[][] unitsPerLine;
  private final double linesADay;

  private BuyersForecast(
      PriceList prices, Figures months, float[][] unitsPerLine, double linesADay) {
    this.prices = prices;
    this.months = months;
    this.unitsPerLine = unitsPerLine;
    this.linesADay = linesADay;
  }

  /**
   * A forecast for a shop.
   *
   * @param customers known customers in a year
   * @param prices what is on offer when
   */
  public static BuyersForecast of(Profile profile, int customers, PriceList prices) {
    List<Product> products = profile.assortment().products();
    float[][] unitsPerLine = new float[profile.assortment().months()][products.size()];
    for (int month = 0; month < unitsPerLine.length; month++) {
      double popularity = 0;
      for (Product product : products) {
        popularity += product.popularity().at(month);
      }
      for (int number = 0; number < products.size(); number++) {
        Product product = products.get(number);
        double share = product.popularity().at(month) / popularity;
        unitsPerLine[month][number] = (float) (share * mean(product.quantities()));
      }
    }
    double visitsADay = customers * visitsAYear(profile) / DAYS_A_YEAR;
    double ordersADay = visitsADay * (1 + profile.guests().ordersPerVisit());
    double linesADay = ordersADay * mean(profile.baskets().lines());
    return new BuyersForecast(prices, profile.season().months(), unitsPerLine, linesADay);
  }

  @Override
  public double dailyUnits(int product, LocalDate day) {
    double busy = months.at(day.getMonthValue() - 1);
    return linesADay * busy * unitsPerLine[prices.month(day)][product];
  }

  /**
   * Visits of a customer in their first year: the mean of a lognormal rate, and the first visit.
   */
  private static double visitsAYear(Profile profile) {
    double again = 0;
    double weight = 0;
    for (Persona persona : profile.shoppers().personas()) {
      double logMean = persona.means().at(0);
      double rate = Math.exp(logMean + persona.covariance().at(0) / 2);
      again += persona.weight() * Math.min(MOST_VISITS_A_DAY, rate);
      weight += persona.weight();
    }
    double moreThanOnce = 1 - profile.shoppers().onceShare();
    return 1 + moreThanOnce * again / weight * DAYS_A_YEAR * SHARE_OF_YEAR;
  }

  private static double mean(Figures quantiles) {
    return quantiles.sum() / quantiles.size();
  }
}
