package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.BasketSize;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.Shoppers;
import dev.highstreet.simulator.profile.Visits;
import java.util.List;

/**
 * What is assumed of customers when a file names none: its orders tell what is bought, but not by
 * whom.
 */
final class NoCustomers {
  private static final String REASON = "the file names no customers";
  private static final double OF_CUSTOMERS = 0.4;

  private NoCustomers() {}

  static Visits visits() {
    return new Visits(Origin.assumed(REASON), 1, -3, 0, 0.5, Figures.of(1, 3, 10, 60));
  }

  static Shoppers shoppers() {
    Persona usual =
        new Persona(
            1,
            Figures.of(-4.3, 0, 0, 0),
            Figures.of(0.8, 0, OF_CUSTOMERS, 0, 0, OF_CUSTOMERS, 0, 0, 0, OF_CUSTOMERS));
    return new Shoppers(
        Origin.assumed(REASON),
        0.2,
        0.02,
        List.of(usual),
        Figures.all(12, 1),
        0.2,
        30,
        0.5,
        20,
        Figures.all(Baskets.SCORES, 0),
        -4.3);
  }

  static Baskets baskets(Figures lines, List<BasketSize> sizes, int orders) {
    double own = 1 - OF_CUSTOMERS;
    return new Baskets(
        Origin.fitted(
            "%d orders; what customers differ by is assumed: %s".formatted(orders, REASON)),
        lines,
        Figures.of(own, 0, own, 0, 0, own),
        Figures.all(Baskets.SCORES, 0),
        none(24),
        none(7),
        none(12),
        Figures.all(Baskets.SCORES, 0),
        0.3,
        sizes);
  }

  private static List<Figures> none(int size) {
    return List.of(Figures.all(size, 0), Figures.all(size, 0), Figures.all(size, 0));
  }
}
