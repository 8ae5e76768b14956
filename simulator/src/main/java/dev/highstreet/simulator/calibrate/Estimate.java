package dev.highstreet.simulator.calibrate;

import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Origin.Basis;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.Returns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One of a profile's main figures, with its standard error: the root of the mean square by which
 * the figure differs in fits to halves of the customers, which is the jackknife that leaves out
 * half (Shao and Wu 1989). It is of chance alone: where the model is wrong, it does not say so.
 *
 * @param figure its place in the profile
 * @param value as fitted to the whole file
 * @param error in the figure's own unit; of a handful of halves, so only roughly known itself
 */
public record Estimate(String figure, double value, double error) {
  /** What is fitted to all of these; nothing without halves. */
  static List<Estimate> of(Profile whole, Collection<Profile> halves) {
    List<Estimate> found = new ArrayList<>();
    if (isFitted(profile -> profile.visits().origin(), whole, halves)) {
      found.add(of("shoppers.usualLogRate", p -> p.shoppers().usualLogRate(), whole, halves));
      found.add(of("shoppers.onceShare", p -> p.shoppers().onceShare(), whole, halves));
    }
    if (isFitted(profile -> profile.returns().origin(), whole, halves)) {
      found.add(of("returns.meanPropensity", p -> meanPropensity(p.returns()), whole, halves));
      found.add(of("returns.linesShare", p -> p.returns().linesShare(), whole, halves));
      found.add(of("returns.wholeShare", p -> p.returns().wholeShare(), whole, halves));
      found.add(of("returns.lagMedianDays", p -> p.returns().lagMedianDays(), whole, halves));
      found.add(of("returns.lagLogSd", p -> p.returns().lagLogSd(), whole, halves));
      found.add(
          of(
              "world.fulfilment.cancelledShare",
              p -> p.world().fulfilment().cancelledShare(),
              whole,
              halves));
    }
    return found;
  }

  private static boolean isFitted(
      Function<Profile, Origin> origin, Profile whole, Collection<Profile> halves) {
    return !halves.isEmpty()
        && origin.apply(whole).basis() == Basis.FITTED
        && halves.stream().allMatch(half -> origin.apply(half).basis() == Basis.FITTED);
  }

  private static Estimate of(
      String figure, ToDoubleFunction<Profile> of, Profile whole, Collection<Profile> halves) {
    double value = of.applyAsDouble(whole);
    double squares = 0;
    for (Profile half : halves) {
      double off = of.applyAsDouble(half) - value;
      squares += off * off;
    }
    return new Estimate(figure, value, Math.sqrt(squares / halves.size()));
  }

  private static double meanPropensity(Returns returns) {
    return returns.propensityAlpha() / (returns.propensityAlpha() + returns.propensityBeta());
  }
}
