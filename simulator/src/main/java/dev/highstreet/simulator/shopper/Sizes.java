package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.profile.BasketSize;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;

/** How quantities and prices come about, by the number of lines. Immutable. */
final class Sizes {
  /** Tables of orders of about one size. */
  record Size(
      double[] factor,
      Table level,
      Table tilt,
      Table narrowing,
      Table noise,
      Table slope,
      Wish wish) {
    /** One of the five scores, from five independent ones. */
    double score(int score, double[] independent) {
      double sum = 0;
      int first = Covariance.cell(score, 0);
      for (int i = 0; i <= score; i++) {
        sum += factor[first + i] * independent[i];
      }
      return sum;
    }
  }

  private final Size[] byLines;
  private final Size largest;

  Sizes(Baskets baskets) {
    int sizes = baskets.sizes().size();
    int most = sizes == 1 ? 0 : baskets.sizes().get(sizes - 2).upTo();
    byLines = new Size[Math.min(most, 10_000) + 1];
    largest = size(baskets.sizes().get(sizes - 1));
    int lines = 0;
    for (int i = 0; i < sizes - 1; i++) {
      Size size = size(baskets.sizes().get(i));
      for (; lines < byLines.length && lines <= baskets.sizes().get(i).upTo(); lines++) {
        byLines[lines] = size;
      }
    }
    for (; lines < byLines.length; lines++) {
      byLines[lines] = largest;
    }
  }

  Size of(int lines) {
    return lines < byLines.length ? byLines[lines] : largest;
  }

  private static Size size(BasketSize size) {
    return new Size(
        Covariance.factor(size.correlation()),
        new Table(size.level()),
        new Table(size.tilt()),
        new Table(size.narrowing()),
        new Table(size.noise()),
        new Table(size.slope()),
        new Wish(size.plain(), size.wished()));
  }
}
