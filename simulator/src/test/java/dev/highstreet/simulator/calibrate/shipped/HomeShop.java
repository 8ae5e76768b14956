package dev.highstreet.simulator.calibrate.shipped;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Amounts;
import dev.highstreet.simulator.profile.Assortment;
import dev.highstreet.simulator.profile.BasketSize;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Countries;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Guests;
import dev.highstreet.simulator.profile.HourOfWeek;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.PriceBreak;
import dev.highstreet.simulator.profile.Product;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.Returns;
import dev.highstreet.simulator.profile.Season;
import dev.highstreet.simulator.profile.Shoppers;
import dev.highstreet.simulator.profile.Visits;
import dev.highstreet.simulator.profile.WorldProfile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A shop for the home, with consumers for customers. Visits follow each other as in a consumer
 * music shop (CDNOW: Poisson, about three orders a customer, half buy again), baskets are small and
 * of single units (groceries of the Complete Journey: 79 % of lines are one unit), evenings and
 * weekends are busy.
 */
final class HomeShop {
  static final String CDNOW =
      "a consumer music shop, CDNOW (Fader, Hardie, 2001): 2.96 orders a customer, 49.5 % buy again, gaps are Poisson";
  static final String JOURNEY =
      "groceries, The Complete Journey (dunnhumby): peak at 17h, weekends heaviest, 79 % of lines are single units";

  private static final int PRODUCTS = 800;
  private static final int MONTHS = 12;
  private static final List<String> CATEGORIES =
      List.of(
          "Bathroom & Wellbeing",
          "Candles & Lighting",
          "Christmas",
          "Garden",
          "Home Decoration",
          "Kitchen & Dining",
          "Stationery & Cards",
          "Storage & Tidying",
          "Textiles & Cushions",
          "Toys & Games");
  private static final int CHRISTMAS = 2;
  private static final int GARDEN = 3;
  private static final double[] GARDEN_YEAR = {.3, .4, .9, 1.6, 2, 1.8, 1.4, 1.1, .8, .5, .4, .4};

  private HomeShop() {}

  static Profile profile() {
    return new Profile(
        "Home shop",
        "Priors and assumptions, none of them fitted: " + CDNOW + "; " + JOURNEY,
        "GBP",
        ZoneId.of("Europe/London"),
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2025, 12, 31),
        10_000,
        new Season(
            Origin.prior(
                "weekends heaviest, as in " + JOURNEY + "; months assumed, a high December"),
            Figures.of(.86, .84, .92, .95, .97, .93, .9, .92, .98, 1.05, 1.42, 1.38),
            Figures.of(.93, .9, .9, .94, 1.02, 1.16, 1.15),
            0.02,
            List.of("--12-25")),
        hours(),
        shoppers(),
        new Visits(
            Origin.prior("gaps as of " + CDNOW + "; a second order minutes later is rare: assumed"),
            1,
            -3.6,
            0.1,
            0.5,
            Figures.of(1, 2, 4, 9, 25, 120)),
        baskets(),
        new Guests(
            Origin.assumed("one order in eight is placed without an account"),
            0.14,
            Figures.of(1, 1, 1, 2, 2, 3, 4, 7),
            -0.1,
            0),
        new Countries(
            Origin.assumed("a shop that delivers in the United Kingdom and to Ireland"),
            List.of("United Kingdom", "Ireland"),
            Figures.of(0.98, 0.02)),
        new Returns(
            Origin.prior("home goods: 5–10 % of orders; time as in Online Retail"),
            0.4,
            4.9,
            0.25,
            0.85,
            9.4,
            1.0),
        WorldProfile.priors(),
        assortment());
  }

  /** By day: a rise to the evening on weekdays, busy from late morning on at weekends. */
  static HourOfWeek hours() {
    double[] weekday = {
      8, 4, 2, 1, 1, 3, 8, 16, 24, 30, 34, 36, 42, 40, 36, 37, 42, 50, 54, 62, 70, 68, 48, 22
    };
    double[] weekend = {
      10, 5, 3, 2, 1, 2, 5, 11, 24, 42, 58, 64, 62, 60, 60, 60, 60, 60, 56, 56, 58, 54, 38, 20
    };
    double[] cells = new double[HourOfWeek.CELLS];
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = (cell / 24 < 5 ? weekday : weekend)[cell % 24];
    }
    return new HourOfWeek(
        Origin.prior(
            "evenings on weekdays, days at weekends: shape of visits to online shops; " + JOURNEY),
        Figures.of(cells));
  }

  private static Shoppers shoppers() {
    Persona now =
        new Persona(
            0.7,
            Figures.of(-5.5, 0, 0, 0),
            Figures.of(0.9, 0.05, 0.25, 0.03, 0, 0.25, 0, 0, 0, 0.35));
    Persona regular =
        new Persona(
            0.3,
            Figures.of(-4.1, 0.1, 0, 0),
            Figures.of(0.5, 0.05, 0.25, 0.03, 0, 0.25, 0, 0, 0, 0.35));
    return new Shoppers(
        Origin.prior("rates such that customers buy as those of " + CDNOW),
        0.25,
        0.04,
        List.of(now, regular),
        Figures.of(1, .95, 1, 1, 1, .95, .95, .95, 1, 1.05, 1.2, 1.15),
        0.35,
        40,
        0.5,
        30,
        Figures.of(0, 0, 0),
        -4.9);
  }

  private static Baskets baskets() {
    Figures none = Figures.of(0, 0);
    Figures free = Figures.of(1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    BasketSize one =
        new BasketSize(
            1,
            free,
            Figures.of(-2.4, 0, 2.4),
            Figures.of(-1.6, 0.25, 2.1),
            none,
            Figures.of(0.4, 0.4),
            none,
            Figures.of(),
            Figures.of());
    BasketSize more =
        new BasketSize(
            2,
            free,
            Figures.of(-1.8, 0, 1.8),
            Figures.of(-1.5, 0, 1.5),
            Figures.of(0.3, 0.1, -0.1),
            Figures.of(0.5, 0.7, 0.9),
            Figures.of(-0.2, 0, 0.2),
            Figures.of(),
            Figures.of());
    return new Baskets(
        Origin.prior("2 to 3 lines an order, mostly of single units: " + JOURNEY),
        Figures.of(1, 1, 1, 1, 1, 1, 1.6, 2.4, 3.6, 5.4, 8, 12, 18),
        Figures.of(0.75, 0, 0.75, 0, 0, 0.65),
        Figures.all(3, 0),
        none(24),
        none(7),
        none(12),
        Figures.of(-0.5, 0, 0),
        0.15,
        List.of(one, more));
  }

  private static List<Figures> none(int size) {
    return List.of(Figures.all(size, 0), Figures.all(size, 0), Figures.all(size, 0));
  }

  private static Assortment assortment() {
    List<Product> products = new ArrayList<>();
    for (int number = 0; number < PRODUCTS; number++) {
      products.add(product(number));
    }
    return new Assortment(
        Origin.assumed(
            "800 products, lognormal prices with a median of £11, popularity by rank^−0.7, a fifth launched within the year"),
        1,
        MONTHS,
        CATEGORIES,
        products);
  }

  private static Product product(int number) {
    RandomStream random = RandomStream.of(1, "home shop", number);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    int category = random.nextInt(CATEGORIES.size());
    double pounds = Math.max(0.99, 11 * Math.exp(0.75 * normal.sample()));
    int launched = random.nextDouble() < 0.2 ? 1 + random.nextInt(10) : 0;
    double weight = 1e4 / Math.pow(1 + (number * 397) % PRODUCTS, 0.7);
    double[] popularity = new double[MONTHS];
    for (int month = launched; month < MONTHS; month++) {
      popularity[month] = weight * season(category, month);
    }
    boolean isRevised = random.nextDouble() < 0.3;
    double later = pounds * (1.03 + 0.05 * random.nextDouble());
    return new Product(
        category,
        isRevised ? Amounts.of(0, 1 + random.nextInt(10)) : Amounts.of(0),
        isRevised
            ? Amounts.of(price(pounds, random), price(later, random))
            : Amounts.of(price(pounds, random)),
        Figures.rounded(3, popularity),
        pounds < 5
            ? Amounts.of(
                1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 5, 6, 8, 10, 12)
            : Amounts.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4, 6, 6),
        List.of(new PriceBreak(1, Figures.of(1))));
  }

  private static double season(int category, int month) {
    if (category == CHRISTMAS) {
      return month < 8 ? 0.02 : new double[] {0.5, 1.8, 5, 4}[month - 8];
    }
    return category == GARDEN ? GARDEN_YEAR[month] : 1;
  }

  /** Prices end in .99, .50 or .00. */
  private static long price(double pounds, RandomStream random) {
    double end = random.nextDouble();
    long whole = Math.max(1, Math.round(pounds));
    return whole * 1_000_000L - (end < 0.6 ? 10_000 : end < 0.85 ? 500_000 : 0);
  }
}
