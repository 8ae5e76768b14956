package dev.highstreet.simulator.calibrate.score;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How hard it is to tell what a model makes up from the real shop. The customers are parted into
 * balanced halves; the model learns from one and is scored against the other; beside each figure
 * stands the floor, what the real halves themselves differ by. Everything is done for several
 * splits, and medians are told.
 *
 * @param scores a row a measure, in the order of {@link Measure}
 * @param held the held-out customers of the first split
 * @param simulated what the model made up for the first split
 */
public record Scorecard(List<Score> scores, Portrait held, Portrait simulated) {
  /**
   * How to score.
   *
   * @param splits how many ways to part the customers, 1 or more; odd, so that there is a median
   * @param crowd how many simulated customers there are for each held-out one: few add noise of
   *     their own
   * @param seed of the splits and of what the model makes up
   */
  public record Options(int splits, int crowd, long seed) {
    /** Checks the bounds. */
    public Options {
      if (splits < 1) {
        throw new IllegalArgumentException("splits is %d: give 1 or more".formatted(splits));
      }
      if (crowd < 1) {
        throw new IllegalArgumentException("crowd is %d: give 1 or more".formatted(crowd));
      }
    }

    /** Five splits, five times the customers. */
    public static Options usual() {
      return new Options(5, 5, 1);
    }
  }

  private record Split(
      Map<Measure, Double> values,
      Map<Measure, Double> floors,
      Portrait held,
      Portrait simulated) {}

  /** Keeps a copy. */
  public Scorecard {
    scores = List.copyOf(scores);
  }

  /**
   * Whether there are enough customers to part. Where no customer is known, each order counts as a
   * customer's only one.
   */
  public static boolean isPossible(SalesHistory history) {
    return oneOffs(history).customers() >= Halves.FEWEST_CUSTOMERS;
  }

  /**
   * Scores a model; splits are worked on in parallel.
   *
   * @throws IllegalArgumentException if there are too few customers; see {@link #isPossible}
   */
  public static Scorecard of(SalesHistory history, Model model, Options options) {
    SalesHistory customers = oneOffs(history);
    List<Split> splits =
        IntStream.range(0, options.splits())
            .parallel()
            .mapToObj(i -> split(customers, model, options, options.seed() + i, i == 0))
            .toList();
    List<Score> scores = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      scores.add(score(measure, splits));
    }
    return new Scorecard(scores, splits.get(0).held(), splits.get(0).simulated());
  }

  private static SalesHistory oneOffs(SalesHistory history) {
    if (history.customers() > 0) {
      return history;
    }
    List<PastOrder> orders = new ArrayList<>();
    for (PastOrder order : history.orders()) {
      orders.add(
          new PastOrder(
              orders.size(),
              order.at(),
              order.products(),
              order.quantities(),
              order.pricesMicros()));
    }
    return new SalesHistory(
        history.zone(),
        history.first(),
        history.last(),
        orders.size(),
        history.products(),
        history.categories(),
        orders,
        List.of());
  }

  private static Split split(
      SalesHistory history, Model model, Options options, long seed, boolean keep) {
    Halves halves = Halves.of(history, seed);
    boolean hours = history.hasHours();
    Portrait learnt = Portrait.of(halves.fitted(), hours);
    Portrait held = Portrait.of(halves.held(), hours);
    int customers = Math.multiplyExact(options.crowd(), halves.held().customers());
    Portrait simulated = Portrait.of(model.simulate(halves.fitted(), customers, seed), hours);
    return new Split(
        Comparison.of(learnt, held, simulated, seed),
        Comparison.of(learnt, held, learnt, seed),
        keep ? held : null,
        keep ? simulated : null);
  }

  private static Score score(Measure measure, List<Split> splits) {
    List<Double> values = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    List<Double> goals = new ArrayList<>();
    int met = 0;
    for (Split split : splits) {
      double value = split.values().get(measure);
      double floor = split.floors().get(measure);
      double goal = measure.goal(floor);
      if (!Double.isNaN(value) && !Double.isNaN(goal)) {
        values.add(value);
        floors.add(floor);
        goals.add(goal);
        met += measure.isMet(value, goal) ? 1 : 0;
      }
    }
    return new Score(measure, median(values), median(floors), median(goals), met, values.size());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }

  /** The score of one measure. */
  public Score score(Measure measure) {
    return scores.stream().filter(score -> score.measure() == measure).findFirst().orElseThrow();
  }

  /** Whether every goal was met that there is anything to compare for. */
  public boolean isMet() {
    return scores.stream().allMatch(score -> score.isMet() || !score.isTaken());
  }
}
