package dev.highstreet.sql;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a data test found.
 *
 * @param name of the test, which is that of its file in {@code sql/checks} without the ending
 * @param claim the sentence that the data should bear out
 * @param violations how many rows contradict it
 * @param firstViolations the first of them, up to {@link DataChecks#KEPT_VIOLATIONS}, each as
 *     {@code column=value, column=value}, times in UTC
 */
public record CheckResult(
    String name, String claim, long violations, List<String> firstViolations) {
  public CheckResult {
    requireNonNull(name, "name is null");
    requireNonNull(claim, "claim is null");
    firstViolations = List.copyOf(firstViolations);
    if (violations < firstViolations.size()) {
      throw new IllegalArgumentException(
          "violations is %d, but %d are listed".formatted(violations, firstViolations.size()));
    }
  }

  /** Whether no row contradicts the claim. */
  public boolean passed() {
    return violations == 0;
  }
}
