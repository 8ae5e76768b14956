package dev.highstreet.simulator.profile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A small shop, made up for tests: 60 products in four categories, open but on Sundays. */
public final class SampleProfile {
  private static final Origin MADE_UP = Origin.assumed("made up for tests");
  private static final int PRODUCTS = 60;

  private SampleProfile() {}

  /** The whole profile. */
  public static Profile small() {
    return of(WorldProfile.priors());
  }

  /** The same shop in another world. */
  public static Profile of(WorldProfile world) {
    return new Profile(
        "Small shop",
        "made up for tests",
        "GBP",
        ZoneId.of("Europe/London"),
        LocalDate.of(2024, 1, 1),
        LocalDate.of(2024, 12, 31),
        500,
        season(),
        hours(),
        shoppers(),
        new Visits(MADE_UP, 2, -1, 0.2, 0.5, Figures.of(0, 2, 9, 120)),
        baskets(),
        new Guests(MADE_UP, 0.1, Figures.of(1, 1, 2, 5), 0, 0.2),
        new Countries(
            MADE_UP, List.of("United Kingdom", "Ireland", "France"), Figures.of(0.9, 0.06, 0.04)),
        new Returns(MADE_UP, 0.2, 1.8, 0.3, 0.7, 9.4, 1.5),
        world,
        assortment());
  }

  private static Season season() {
    return new Season(
        MADE_UP,
        Figures.of(.8, .8, .9, .9, 1, 1, .9, .9, 1.1, 1.2, 1.4, 1.3),
        Figures.of(1, 1, 1.1, 1.2, 1.4, 1.5, 0),
        0.04,
        List.of("--12-25"));
  }

  private static HourOfWeek hours() {
    double[] cells = new double[HourOfWeek.CELLS];
    for (int cell = 0; cell < cells.length; cell++) {
      int hour = cell % 24;
      cells[cell] = hour < 7 || hour > 22 ? 0 : 1 + Math.min(hour - 7, 22 - hour);
    }
    return new HourOfWeek(MADE_UP, Figures.of(cells));
  }

  private static Baskets baskets() {
    Figures none = Figures.of(0, 0);
    Figures correlation = Figures.of(1, -.2, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    BasketSize small =
        new BasketSize(
            3,
            correlation,
            Figures.of(-2.5, 0, 2.5),
            Figures.of(-3, 0, 3),
            none,
            Figures.of(0.4, 0.7),
            none,
            Figures.of(),
            Figures.of());
    BasketSize large =
        new BasketSize(
            4,
            correlation,
            Figures.of(-1.5, 0, 1.5),
            Figures.of(-1, 0, 1),
            Figures.of(0.1, 0.3),
            Figures.of(0.4, 0.7),
            Figures.of(-0.2, 0.2),
            Figures.of(2, 3, 4),
            Figures.of(2, 3.1, 4));
    return new Baskets(
        MADE_UP,
        Figures.of(1, 1, 2, 4, 7, 12, 20),
        Figures.of(0.5, 0.1, 0.5, 0, 0, 0.5),
        Figures.of(0, 0.2, 0),
        shifts(24),
        shifts(7),
        shifts(12),
        Figures.of(-0.8, 0, 0),
        0.3,
        List.of(small, large));
  }

  private static List<Figures> shifts(int size) {
    return List.of(Figures.all(size, 0), Figures.all(size, 0), Figures.all(size, 0));
  }

  private static Shoppers shoppers() {
    Persona usual =
        new Persona(
            0.8, Figures.of(-3.5, 0, 0, 0), Figures.of(0.6, 0.02, 0.4, 0, 0, 0.4, 0, 0, 0, 0.4));
    Persona heavy =
        new Persona(
            0.2, Figures.of(-2.5, 0.5, 0.5, 0), Figures.of(0.4, 0, 0.4, 0, 0, 0.4, 0, 0, 0, 0.4));
    return new Shoppers(
        MADE_UP,
        0.1,
        0.02,
        List.of(usual, heavy),
        Figures.all(12, 1),
        0.4,
        40,
        0.9,
        15,
        Figures.of(0.1, -0.1, 0),
        -3.3);
  }

  private static Assortment assortment() {
    List<Product> products = new ArrayList<>();
    for (int number = 0; number < PRODUCTS; number++) {
      double[] popularity = new double[12];
      for (int month = 0; month < popularity.length; month++) {
        boolean sold = number % 10 != 9 || month >= 5; // some are launched in June
        popularity[month] = sold ? 100.0 / (number + 1) : 0;
      }
      long price = 500_000L + 250_000L * (number % 17);
      products.add(
          new Product(
              number % 4,
              Amounts.of(0, 6),
              Amounts.of(price, price + 100_000),
              Figures.of(popularity),
              Amounts.of(1, 1, 2, 3, 6, 12),
              List.of(
                  new PriceBreak(1, Figures.of(1, 1, 1, 0.9)),
                  new PriceBreak(10, Figures.of(0.8)))));
    }
    return new Assortment(
        MADE_UP, 1, 12, List.of("Cards", "Kitchen", "Lighting", "Toys"), products);
  }
}
