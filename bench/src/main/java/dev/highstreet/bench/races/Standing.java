package dev.highstreet.bench.races;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How long a racer took, in seconds, a figure a round.
 *
 * @param racer its name
 * @param seconds in the order of the rounds
 */
record Standing(String racer, List<Double> seconds) {
  Standing {
    requireNonNull(racer, "racer is null");
    seconds = List.copyOf(seconds);
  }

  /** The middle one; of an even number, the mean of the two in the middle. */
  double median() {
    List<Double> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The best. */
  double least() {
    return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The worst. */
  double most() {
    return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
