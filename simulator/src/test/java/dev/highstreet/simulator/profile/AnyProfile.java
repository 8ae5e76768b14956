package dev.highstreet.simulator.profile;

import dev.highstreet.simulator.engine.RandomStream;
import java.util.List;

/**
 * Profiles of small shops that differ in everything that numbers can differ in, each made of a
 * seed.
 */
public final class AnyProfile {
  private AnyProfile() {}

  /** The profile of a seed. */
  public static Profile of(long seed) {
    RandomStream random = RandomStream.of(seed, "any profile", 0);
    Profile small = SampleProfile.small();
    double[] months = new double[12];
    double[] weekdays = new double[7];
    for (int month = 0; month < months.length; month++) {
      months[month] = 0.2 + random.nextDouble();
    }
    for (int weekday = 0; weekday < weekdays.length; weekday++) {
      weekdays[weekday] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
    }
    weekdays[random.nextInt(7)] = 1;
    Season season =
        new Season(
            small.season().origin(),
            Figures.of(months),
            Figures.of(weekdays),
            random.nextDouble(),
            random.nextBoolean() ? List.of() : List.of("--01-01", "--02-29"));
    Persona persona =
        new Persona(
            random.nextDouble() + 0.1,
            Figures.of(-6 + 5 * random.nextDouble(), 2 * random.nextDouble() - 1, 0, 1),
            Figures.of(random.nextDouble(), 0.1, 0.4, 0, 0.3, 0.4, 0, 0, 0, random.nextDouble()));
    Shoppers shoppers =
        new Shoppers(
            small.shoppers().origin(),
            random.nextDouble(),
            random.nextDouble(),
            List.of(persona, small.shoppers().personas().get(0)),
            small.shoppers().newcomers(),
            random.nextDouble(),
            1 + 99 * random.nextDouble(),
            2 * random.nextDouble() - 1,
            1 + 99 * random.nextDouble(),
            Figures.of(random.nextDouble(), -random.nextDouble(), 0),
            -5 + random.nextDouble());
    Visits visits =
        new Visits(
            small.visits().origin(),
            1 + random.nextInt(8),
            -4 + 5 * random.nextDouble(),
            random.nextDouble(),
            2 * random.nextDouble(),
            Figures.of(0, 30 * random.nextDouble(), 30, 720));
    return new Profile(
        small.name(),
        small.source(),
        small.currency(),
        small.zone(),
        small.first(),
        small.last(),
        small.customers(),
        season,
        small.hours(),
        shoppers,
        visits,
        small.baskets(),
        new Guests(
            small.guests().origin(),
            2 * random.nextDouble(),
            Figures.of(1, 1 + random.nextInt(100) + 100),
            random.nextDouble(),
            -random.nextDouble()),
        small.countries(),
        small.returns(),
        small.world(),
        small.assortment());
  }
}
