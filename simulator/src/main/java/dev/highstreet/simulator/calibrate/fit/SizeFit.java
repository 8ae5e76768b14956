package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.BasketSize;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * The tables of orders of about one size, on their way to what makes simulated orders look like the
 * real ones (indirect inference: Gouriéroux, Monfort, Renault 1993). Each table is moved by what
 * the quantiles of the figure that it governs are off by.
 */
final class SizeFit {
  /** Scores from −3 to 3 in steps of 0.5. */
  static final int POINTS = 13;

  /** With fewer lines, what an order's lines differ by is left to chance. */
  private static final int FEW_LINES = 5;

  private static final int VALUES = 60;
  private static final double[] SHARES = new double[POINTS];

  static {
    for (int point = 0; point < POINTS; point++) {
      SHARES[point] = Normal.share(Baskets.LEAST_SCORE * (1 - 2.0 * point / (POINTS - 1)));
    }
  }

  final int upTo;
  final List<OrderShape> real;
  private final double[][] sortedReal = new double[OrderShape.FIGURES][];
  private final double[] level = new double[POINTS];
  private final double[] tilt = new double[POINTS];
  private final double[] narrowing = new double[POINTS];
  private final double[] noise = new double[POINTS];
  private final double[] slope = new double[POINTS];
  private double[] quantityMoments = {0, 1};
  private double[] priceMoments = {0, 1};
  private double[] plain = {};
  private double[] wished = {};
  private final double[][] correlation = new double[BasketSize.SCORES][BasketSize.SCORES];
  private final double[][] realCorrelation;

  SizeFit(int upTo, List<OrderShape> real) {
    this.upTo = upTo;
    this.real = real;
    for (int figure = 0; figure < OrderShape.FIGURES; figure++) {
      sortedReal[figure] = sorted(real, figure);
    }
    realCorrelation = correlation(real);
    int lines = real.get(real.size() / 2).lines();
    for (int point = 0; point < POINTS; point++) {
      double score = Baskets.LEAST_SCORE * (1 - 2.0 * point / (POINTS - 1));
      level[point] = 0.8 * score;
      tilt[point] = score * (lines < FEW_LINES ? 0.9 : 0.5);
      narrowing[point] = lines < FEW_LINES ? 0 : 0.1 - 0.1 * score;
      noise[point] = Math.max(0.2, 0.55 + (lines < FEW_LINES ? 0 : 0.15 * score));
      slope[point] = 0;
    }
    if (lines == 1) {
      Arrays.fill(noise, 0.3);
    }
  }

  private static double[] sorted(List<OrderShape> shapes, int figure) {
    return shapes.stream().mapToDouble(shape -> shape.figure(figure)).sorted().toArray();
  }

  /**
   * Scores of such orders turn out to have this mean and deviation: from now on the tables are to
   * be looked up with those.
   */
  void expect(double[] quantity, double[] price) {
    quantityMoments = quantity;
    priceMoments = price;
  }

  private static double[] standardised(double[] table, double[] moments) {
    double[] moved = new double[POINTS];
    for (int point = 0; point < POINTS; point++) {
      double score = Baskets.LEAST_SCORE * (1 - 2.0 * point / (POINTS - 1));
      double place =
          ((score - moments[0]) / moments[1] / -Baskets.LEAST_SCORE + 1) / 2 * (POINTS - 1);
      int below = (int) Math.max(0, Math.min(POINTS - 2.0, Math.floor(place)));
      moved[point] = table[below] + (place - below) * (table[below + 1] - table[below]);
    }
    return moved;
  }

  /** From now on, orders are to come to what real ones do. */
  void wish(List<OrderShape> simulated) {
    double[] here = values(simulated);
    double[] there = values(real);
    plain = new double[VALUES];
    wished = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      plain[i] = quantile(here, (i + 0.5) / VALUES);
      wished[i] = quantile(there, (i + 0.5) / VALUES);
    }
  }

  private static double[] values(List<OrderShape> shapes) {
    return shapes.stream().mapToDouble(OrderShape::value).sorted().toArray();
  }

  /** Moves the tables. */
  void improve(List<OrderShape> simulated, double gain) {
    double[][] sim = new double[OrderShape.FIGURES][];
    for (int figure = 0; figure < OrderShape.FIGURES; figure++) {
      sim[figure] = sorted(simulated, figure);
    }
    boolean isSingle = upTo == 1;
    boolean isFew = upTo < FEW_LINES;
    move(level, 0, sim, gain, -8, 8, false);
    move(tilt, 1, sim, 1.2 * gain, -8, 8, false);
    if (!isSingle) {
      move(narrowing, 2, sim, -1.3 * gain, -3, 6, isFew);
      move(noise, 3, sim, 0.7 * gain, 0.02, 3, isFew);
      move(slope, 4, sim, 0.9 * gain, -3, 3, isFew);
    }
    double[][] simulatedCorrelation = correlation(simulated);
    int related = isSingle || isFew ? 2 : BasketSize.SCORES;
    for (int row = 0; row < related; row++) {
      for (int column = 0; column < row; column++) {
        double off = realCorrelation[row][column] - simulatedCorrelation[row][column];
        double moved = correlation[row][column] + (isSingle || isFew ? 1.2 : 0.8) * gain * off;
        correlation[row][column] = Math.max(-0.9, Math.min(0.9, moved));
      }
    }
    while (!isPositive()) {
      for (int row = 0; row < related; row++) {
        for (int column = 0; column < row; column++) {
          correlation[row][column] *= 0.9;
        }
      }
    }
  }

  private boolean isPositive() {
    double[] factor = Covariance.factor(Figures.of(triangle()));
    for (int score = 0; score < BasketSize.SCORES; score++) {
      if (factor[Covariance.cell(score, score)] < 0.2) {
        return false;
      }
    }
    return true;
  }

  private double[] triangle() {
    double[] triangle = new double[BasketSize.SCORES * (BasketSize.SCORES + 1) / 2];
    for (int row = 0; row < BasketSize.SCORES; row++) {
      for (int column = 0; column <= row; column++) {
        triangle[Covariance.cell(row, column)] = row == column ? 1 : correlation[row][column];
      }
    }
    return triangle;
  }

  private void move(
      double[] table,
      int figure,
      double[][] simulated,
      double gain,
      double least,
      double most,
      boolean together) {
    double[] off = new double[POINTS];
    double mean = 0;
    for (int point = 0; point < POINTS; point++) {
      off[point] =
          quantile(sortedReal[figure], SHARES[point]) - quantile(simulated[figure], SHARES[point]);
    }
    if (together) {
      mean = mean(sortedReal[figure]) - mean(simulated[figure]);
    }
    for (int point = 0; point < POINTS; point++) {
      double step = Math.max(-1, Math.min(1, gain * (together ? mean : off[point])));
      table[point] = Math.max(least, Math.min(most, table[point] + step));
    }
    straighten(table, gain > 0 ? 1 : -1);
  }

  /**
   * Makes a table rise, or fall, all along: neighbours that do not are given their mean (pool
   * adjacent violators).
   */
  private static void straighten(double[] table, int direction) {
    double[] means = new double[POINTS];
    int[] sizes = new int[POINTS];
    int blocks = 0;
    for (double value : table) {
      means[blocks] = value * direction;
      sizes[blocks++] = 1;
      while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
        int together = sizes[blocks - 2] + sizes[blocks - 1];
        means[blocks - 2] =
            (means[blocks - 2] * sizes[blocks - 2] + means[blocks - 1] * sizes[blocks - 1])
                / together;
        sizes[blocks - 2] = together;
        blocks--;
      }
    }
    int point = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < sizes[block]; i++) {
        table[point++] = means[block] * direction;
      }
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  static double quantile(double[] sorted, double share) {
    double place = Math.max(0, Math.min(sorted.length - 1.0, share * sorted.length - 0.5));
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double[][] correlation(List<OrderShape> shapes) {
    double[][] figures = new double[OrderShape.FIGURES][];
    for (int figure = 0; figure < OrderShape.FIGURES; figure++) {
      int f = figure;
      figures[figure] = shapes.stream().mapToDouble(shape -> shape.figure(f)).toArray();
    }
    double[][] correlation = new double[OrderShape.FIGURES][OrderShape.FIGURES];
    for (int row = 0; row < OrderShape.FIGURES; row++) {
      for (int column = 0; column < row; column++) {
        correlation[row][column] = Correlation.of(figures[row], figures[column]);
      }
    }
    return correlation;
  }

  BasketSize toBasketSize() {
    return new BasketSize(
        upTo,
        Figures.rounded(4, triangle()),
        Figures.rounded(4, standardised(level, quantityMoments)),
        Figures.rounded(4, standardised(tilt, priceMoments)),
        Figures.rounded(4, narrowing),
        Figures.rounded(4, noise),
        Figures.rounded(4, slope),
        Figures.rounded(5, plain),
        Figures.rounded(5, wished));
  }
}
