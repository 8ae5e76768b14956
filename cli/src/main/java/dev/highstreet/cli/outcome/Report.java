package dev.highstreet.cli.outcome;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;

/** Tells what came of a pass, and whether it is well. */
public final class Report {
  private Report() {}

  /**
   * Prints a summary, and a complaint for each topic whose records are not all accounted for.
   *
   * @param json in one line for machines
   * @return the exit code
   */
  public static int print(Summary summary, boolean json, Surroundings surroundings) {
    if (json) {
      surroundings.out().println(SummaryJson.of(summary));
    } else {
      SummaryText.print(summary, surroundings.out());
    }
    for (Conservation mismatch : summary.mismatches()) {
      surroundings.err().println("highstreet: " + mismatch.explanation());
    }
    return summary.mismatches().isEmpty() ? 0 : CommandException.ANSWER_IS_NO;
  }
}
