package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Guests;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.Season;
import dev.highstreet.simulator.profile.Shoppers;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Brings the calendar of a fitted profile in line with the past: the shopper's own code simulates
 * visits, and months that had more first visits, or more later ones, than there really were, get
 * less weight.
 */
final class CalendarFit {
  private static final int ROUNDS = 3;
  private static final int CUSTOMERS = 20_000;
  private static final int OPENING = 60;
  private static final double FEW = 10;

  private final Past past;
  private final Counts real;

  /** First visits by month and in the opening, and later orders by month. */
  private static final class Counts {
    private final double[] first = new double[12];
    private final double[] later = new double[12];
    private double opening;
    private double customers;

    void add(boolean isFirst, int day, int month) {
      if (!isFirst) {
        later[month]++;
      } else {
        customers++;
        if (day < OPENING) {
          opening++;
        } else {
          first[month]++;
        }
      }
    }

    double ratio(double[] mine, Counts other, double[] theirs, int month) {
      return (mine[month] / customers + FEW / CUSTOMERS)
          / (theirs[month] / other.customers + FEW / CUSTOMERS);
    }
  }

  CalendarFit(Past past) {
    this.past = past;
    this.real = new Counts();
    past.customers()
        .forEach(
            orders -> {
              for (int i = 0; i < orders.size(); i++) {
                Past.Order order = orders.get(i);
                real.add(i == 0, order.day(), order.time().getMonthValue() - 1);
              }
            });
  }

  /** The same profile with months, newcomers and opening put right. */
  Profile refine(Profile profile) {
    Profile refined = profile;
    for (int round = 0; round < ROUNDS; round++) {
      refined = improve(refined, simulate(refined));
    }
    return refined;
  }

  private Profile improve(Profile profile, Counts simulated) {
    double[] months = profile.season().months().toArray();
    double[] newcomers = profile.shoppers().newcomers().toArray();
    double mean = 0;
    for (int month = 0; month < 12; month++) {
      months[month] *= real.ratio(real.later, simulated, simulated.later, month);
      newcomers[month] *= real.ratio(real.first, simulated, simulated.first, month);
      mean += newcomers[month] / 12;
    }
    double scale = 0;
    for (int month = 0; month < 12; month++) {
      newcomers[month] /= mean;
    }
    for (int day = 0; day < past.days(); day++) {
      LocalDate date = past.date(day);
      scale += months[date.getMonthValue() - 1] * profile.season().openness(date) / past.days();
    }
    for (int month = 0; month < 12; month++) {
      months[month] /= scale;
    }
    double share = profile.shoppers().openingShare();
    double odds =
        (share / (1 - share + 1e-9))
            * (real.opening / real.customers + 1e-3)
            / (simulated.opening / simulated.customers + 1e-3);
    double opening = share == 0 ? 0 : odds / (1 + odds);
    return with(profile, months, newcomers, opening);
  }

  private static Profile with(
      Profile profile, double[] months, double[] newcomers, double opening) {
    Season season = profile.season();
    Shoppers shoppers = profile.shoppers();
    return new Profile(
        profile.name(),
        profile.source(),
        profile.currency(),
        profile.zone(),
        profile.first(),
        profile.last(),
        profile.customers(),
        new Season(
            season.origin(),
            Figures.rounded(4, months),
            season.weekdays(),
            season.dayVariance(),
            season.closed()),
        profile.hours(),
        new Shoppers(
            shoppers.origin(),
            shoppers.onceShare(),
            shoppers.leaveShare(),
            shoppers.personas(),
            Figures.rounded(4, newcomers),
            Math.round(opening * 1e5) / 1e5,
            shoppers.openingDays(),
            shoppers.openingRate(),
            shoppers.openingRateDays(),
            shoppers.openingLevels(),
            shoppers.usualLogRate()),
        profile.visits(),
        profile.baskets(),
        profile.guests(),
        profile.countries(),
        profile.returns(),
        profile.world(),
        profile.assortment());
  }

  private Counts simulate(Profile profile) {
    Demand demand =
        Demand.of(
            visitsOnly(profile),
            1,
            CUSTOMERS,
            past.history().first(),
            past.history().last().plusDays(1),
            past.history().zone());
    Counts counts = new Counts();
    boolean[] seen = new boolean[CUSTOMERS + 1];
    for (int day = 0; day < past.days(); day++) {
      for (Purchase purchase : demand.day(past.date(day))) {
        LocalDateTime time =
            LocalDateTime.ofInstant(Instant.ofEpochMilli(purchase.at()), past.history().zone());
        counts.add(!seen[purchase.customer()], day, time.getMonthValue() - 1);
        seen[purchase.customer()] = true;
      }
    }
    return counts;
  }

  /** A shop of one-line orders, no guests and no moods: only when people come matters. */
  private static Profile visitsOnly(Profile profile) {
    Baskets baskets = profile.baskets();
    Season season = profile.season();
    return new Profile(
        profile.name(),
        profile.source(),
        profile.currency(),
        profile.zone(),
        profile.first(),
        profile.last(),
        profile.customers(),
        new Season(season.origin(), season.months(), season.weekdays(), 0, season.closed()),
        profile.hours(),
        profile.shoppers(),
        profile.visits(),
        new Baskets(
            baskets.origin(),
            Figures.of(1, 1),
            baskets.covariance(),
            baskets.spreadByRate(),
            baskets.hours(),
            baskets.weekdays(),
            baskets.months(),
            baskets.further(),
            0,
            baskets.sizes()),
        new Guests(Origin.assumed("none are needed"), 0, Figures.of(1, 1), 0, 0),
        profile.countries(),
        profile.returns(),
        profile.world(),
        profile.assortment());
  }
}
