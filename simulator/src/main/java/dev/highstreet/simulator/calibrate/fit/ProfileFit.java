package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.profile.Assortment;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Countries;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Guests;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.Season;
import dev.highstreet.simulator.profile.WorldProfile;
import java.util.List;

/**
 * Fits a whole profile to a history. What the history cannot tell is taken from priors, and marked
 * so with a reason. The same history gives the same profile.
 */
public final class ProfileFit {
  private static final int LINE_POINTS = 241;
  private static final int GUEST_POINTS = 41;

  /**
   * Of a customer's lines, the share that is bought out of habit; what the basket's own chance adds
   * comes on top.
   */
  private static final double AGAIN = 0.3;

  private final Past past;

  private ProfileFit(SalesHistory history) {
    this.past = new Past(history);
  }

  /**
   * The profile of a shop.
   *
   * @param history what the shop sold; its orders in order of time
   * @param name what the shop is to be called
   * @param source where its transactions come from, and how to cite them
   * @param currency three capitals
   * @throws IllegalArgumentException if nothing was sold
   */
  public static Profile fit(SalesHistory history, String name, String source, String currency) {
    if (history.orders().isEmpty()) {
      throw new IllegalArgumentException(
          "the history has no orders: a profile takes at least one, and 200 to be worth something");
    }
    return new ProfileFit(history).fit(name, source, currency);
  }

  private Profile fit(String name, String source, String currency) {
    Season season = new SeasonFit(past).fit();
    List<PastOrder> orders = orders();
    int[] months = orders.stream().mapToInt(past::month).toArray();
    BasketsFit basketsFit = new BasketsFit(orders, months, new AssortmentFit(past).fit());
    basketsFit.fit();
    Assortment assortment = basketsFit.assortment();
    int[] lines = orders.stream().mapToInt(PastOrder::lines).sorted().toArray();
    ReturnsFit returns = new ReturnsFit(past).fit();
    Profile profile =
        new Profile(
            name,
            source,
            currency,
            past.history().zone(),
            past.history().first(),
            past.history().last(),
            Math.max(1, past.customers().size()),
            season,
            HoursFit.fit(past),
            NoCustomers.shoppers(),
            NoCustomers.visits(),
            NoCustomers.baskets(normal(lines), basketsFit.toSizes(), orders.size()),
            guests(),
            countries(),
            returns.returns(),
            world(returns),
            assortment);
    if (past.customers().isEmpty()) {
      return profile;
    }
    CustomersFit customers = new CustomersFit(past, season, basketsFit);
    customers.fit();
    Profile plain =
        new CalendarFit(past)
            .refine(
                profile.withCustomers(
                    customers.shoppers(),
                    customers.visits(),
                    baskets(customers, basketsFit, lines)));
    return customers.hasRegulars()
        ? new SpendFit(past).refine(slope -> tilted(plain, slope, customers, basketsFit, lines))
        : plain;
  }

  /** The same profile, its regulars' levels of quantity growing with how often they come. */
  private static Profile tilted(
      Profile plain, double slope, CustomersFit customers, BasketsFit basketsFit, int[] lines) {
    customers.tilt(slope);
    return plain.withCustomers(
        plain.shoppers().withPersonas(customers.shoppers().personas()),
        plain.visits(),
        baskets(customers, basketsFit, lines));
  }

  private static Baskets baskets(CustomersFit customers, BasketsFit basketsFit, int[] lines) {
    basketsFit.expect(customers.sample());
    return customers.baskets(Figures.of(customers.sample().lines(lines, LINE_POINTS)), AGAIN);
  }

  /** What baskets are fitted on: the orders of known customers or, where there are none, all. */
  private List<PastOrder> orders() {
    return past.orders().isEmpty()
        ? past.guests()
        : past.orders().stream().map(Past.Order::order).toList();
  }

  /** The number of lines at each of a table's scores, if scores are normal. */
  private static Figures normal(int[] sortedLines) {
    double[] table = new double[LINE_POINTS];
    for (int point = 0; point < LINE_POINTS; point++) {
      double score = Baskets.LEAST_SCORE * (1 - 2.0 * point / (LINE_POINTS - 1));
      double place = Normal.share(score) * sortedLines.length;
      table[point] = sortedLines[(int) Math.min(sortedLines.length - 1.0, place)];
    }
    return Figures.of(table);
  }

  private Guests guests() {
    int visits = 0;
    for (List<Past.Order> orders : past.customers()) {
      visits += orders.get(orders.size() - 1).visit() + 1;
    }
    int[] lines = past.guests().stream().mapToInt(PastOrder::lines).sorted().toArray();
    if (lines.length == 0 || visits == 0) {
      return new Guests(
          visits == 0
              ? Origin.assumed("the file names no customers: everybody is taken for one")
              : Origin.fitted("every order has a customer"),
          0,
          Figures.of(1, 1),
          0,
          0);
    }
    double[] quantiles = new double[GUEST_POINTS];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = lines[(int) ((long) i * (lines.length - 1) / (GUEST_POINTS - 1))];
    }
    return new Guests(
        Origin.fitted(
            "%d orders of nobody known; units and prices as of customers".formatted(lines.length)),
        Math.min(1000, Math.round(1e5 * lines.length / visits) / 1e5),
        Figures.of(quantiles),
        0,
        0);
  }

  /** Priors, but for what can be told of cancellations. */
  private WorldProfile world(ReturnsFit returns) {
    WorldProfile priors = WorldProfile.priors();
    if (returns.cancelledShare().isEmpty()) {
      return priors;
    }
    return priors.with(
        priors.fulfilment().withCancelledShare(returns.cancelledShare().getAsDouble()));
  }

  private static Countries countries() {
    return new Countries(
        Origin.assumed("a history does not say where customers live; mostly at home"),
        List.of("United Kingdom", "Ireland", "Germany", "France", "Netherlands", "Spain"),
        Figures.of(0.91, 0.02, 0.025, 0.025, 0.01, 0.01));
  }
}
