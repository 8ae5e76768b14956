package dev.highstreet.simulator.returns;

import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.profile.ReturnHandling;
import dev.highstreet.simulator.profile.Returns;
import dev.highstreet.simulator.profile.Weighted;
import dev.highstreet.simulator.shopper.Purchase;
import dev.highstreet.simulator.warehouse.WorkingDays;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Decides what of an order comes back, and when. A customer has a propensity, a beta draw that
 * stays with them; it is scaled by what the order is made of. Then a line comes back, and others
 * with it, whole or in part; at a lognormal time from the order, but not before it has been
 * delivered, and in working hours.
 */
final class ReturnPlanner {
  private static final int RETURN = "return".hashCode();
  private static final int PROPENSITY = "return propensity".hashCode();
  private static final long DAY = 86_400_000;
  private static final double SHORTEST_STAY = 0.1;
  private static final int MOST_TRIES = 20;

  private final Returns profile;
  private final ReturnHandling handling;
  private final WorkingDays days;
  private final World world;
  private final double meanPropensity;
  private final Map<String, Double> categories = new HashMap<>();
  private final double[] reasons;

  ReturnPlanner(Returns profile, ReturnHandling handling, WorkingDays days, World world) {
    this.profile = profile;
    this.handling = handling;
    this.days = days;
    this.world = world;
    this.meanPropensity =
        profile.propensityAlpha() / (profile.propensityAlpha() + profile.propensityBeta());
    for (Weighted category : handling.categories()) {
      categories.put(category.name(), category.weight());
    }
    this.reasons = handling.reasons().stream().mapToDouble(Weighted::weight).toArray();
    Arrays.parallelPrefix(reasons, Double::sum);
  }

  /** What comes back of an order, by time; mostly nothing. */
  List<PlannedReturn> plan(PlacedOrder order, long deliveredAt) {
    RandomStream random = RandomStream.of(world.seed(), RETURN, order.entity());
    if (random.nextDouble() >= chance(order)) {
      return List.of();
    }
    int[] left = order.quantities().clone();
    PlannedReturn first = comesBack(order, left, deliveredAt, random);
    if (random.nextDouble() >= handling.secondShare() || Arrays.stream(left).sum() == 0) {
      return List.of(first);
    }
    return List.of(first, comesBack(order, left, first.at(), random));
  }

  private double chance(PlacedOrder order) {
    int customer = order.draft().customer();
    // a guest is somebody else each time
    long who = customer == Purchase.GUEST ? RandomStream.mix(order.entity(), -1) : customer;
    RandomStream random = RandomStream.of(world.seed(), PROPENSITY, who);
    double a = gamma(profile.propensityAlpha(), random);
    double b = gamma(profile.propensityBeta(), random);
    double propensity = a + b > 0 ? a / (a + b) : meanPropensity;
    return categories.isEmpty() ? propensity : propensity * mix(order) / meanPropensity;
  }

  private double mix(PlacedOrder order) {
    double sum = 0;
    for (int product : order.products()) {
      sum += categories.getOrDefault(world.product(product).category(), meanPropensity);
    }
    return sum / order.lines();
  }

  private PlannedReturn comesBack(
      PlacedOrder order, int[] left, long earliest, RandomStream random) {
    int[] lines = new int[left.length];
    int[] quantities = new int[left.length];
    int size = 0;
    int certain = anyLeft(left, random);
    for (int line = 0; line < left.length; line++) {
      boolean comes = line == certain || random.nextDouble() < profile.linesShare();
      if (comes && left[line] > 0) {
        boolean whole = left[line] == 1 || random.nextDouble() < profile.wholeShare();
        int units = whole ? left[line] : 1 + random.nextInt(left[line] - 1);
        left[line] -= units;
        lines[size] = line;
        quantities[size++] = units;
      }
    }
    return new PlannedReturn(
        time(order, earliest, random),
        Arrays.copyOf(lines, size),
        Arrays.copyOf(quantities, size),
        reason(random));
  }

  private static int anyLeft(int[] left, RandomStream random) {
    int line = random.nextInt(left.length);
    while (left[line] == 0) {
      line = (line + 1) % left.length;
    }
    return line;
  }

  private long time(PlacedOrder order, long earliest, RandomStream random) {
    double lag = handling.longestDays();
    for (int i = 0; i < MOST_TRIES && lag >= handling.longestDays(); i++) {
      lag =
          profile.lagMedianDays()
              * Math.exp(
                  profile.lagLogSd() * ZigguratSampler.NormalizedGaussian.of(random).sample());
    }
    long stay = (long) (DAY * (SHORTEST_STAY + random.nextDouble()));
    long time =
        Math.max(
            earliest + stay, order.at() + (long) (DAY * Math.min(lag, handling.longestDays())));
    long working = days.workingTimeFrom(time);
    // what would come in the night comes at any time of the next working day
    double minutes = random.nextDouble() * (WorkingDays.CLOSES - WorkingDays.OPENS - 1);
    return working == time ? time : days.plusMinutes(working, minutes);
  }

  private String reason(RandomStream random) {
    double at = random.nextDouble() * reasons[reasons.length - 1];
    int i = 0;
    while (reasons[i] <= at && i < reasons.length - 1) {
      i++;
    }
    return handling.reasons().get(i).name();
  }

  private static double gamma(double shape, RandomStream random) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
  }
}
