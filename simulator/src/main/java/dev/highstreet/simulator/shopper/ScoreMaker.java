package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What a customer's traits, the time and chance make of one order. Immutable. */
final class ScoreMaker {
  private final Table lines;
  private final double[] factor;
  private final double[][] hours;
  private final double[][] weekdays;
  private final double[][] months;
  private final double[] further;
  private final double[] spreadByRate;
  private final double usualLogRate;

  ScoreMaker(Baskets baskets, double usualLogRate) {
    this.usualLogRate = usualLogRate;
    spreadByRate = baskets.spreadByRate().toArray();
    lines = new Table(baskets.lines());
    factor = Covariance.factor(baskets.covariance());
    hours = rows(baskets.hours());
    weekdays = rows(baskets.weekdays());
    months = rows(baskets.months());
    further = baskets.further().toArray();
  }

  private static double[][] rows(List<Figures> rows) {
    return rows.stream().map(Figures::toArray).toArray(double[][]::new);
  }

  /** The scores of an order. */
  Scores scores(
      Person person, LocalDateTime time, boolean isFurther, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double lines = normal.sample();
    double quantity = normal.sample();
    double price = normal.sample();
    double[] own = {
      factor[0] * lines,
      factor[1] * lines + factor[2] * quantity,
      factor[3] * lines + factor[4] * quantity + factor[5] * price
    };
    for (int score = 0; score < own.length; score++) {
      own[score] *= Math.exp(spreadByRate[score] * (person.logRate() - usualLogRate));
    }
    return new Scores(
        person.lines() + shift(0, time, isFurther) + own[0],
        person.quantity() + shift(1, time, isFurther) + own[1],
        person.price() + shift(2, time, isFurther) + own[2]);
  }

  private double shift(int score, LocalDateTime time, boolean isFurther) {
    return hours[score][time.getHour()]
        + weekdays[score][time.getDayOfWeek().getValue() - 1]
        + months[score][time.getMonthValue() - 1]
        + (isFurther ? further[score] : 0);
  }

  /** The number of lines at a score; between two figures chance decides. */
  int lines(double score, UniformRandomProvider random) {
    return (int) (lines.at(score) + random.nextDouble());
  }
}
