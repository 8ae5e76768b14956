package dev.highstreet.jobs.fold;

import java.io.Serializable;

/**
 * How much is combined before it is sent on. What is kept for longer, and beside more others, meets
 * more of its own kind, so less is sent; what is sent sooner can be seen sooner.
 *
 * @param mostPartials how many partial aggregates are kept at most
 * @param mostMillis how long one is kept at most, in processing time
 */
public record Combining(int mostPartials, long mostMillis) implements Serializable {
  public Combining {
    if (mostPartials < 1 || mostMillis < 1) {
      throw new IllegalArgumentException(
          "mostPartials is %d and mostMillis is %d; both must be 1 or more"
              .formatted(mostPartials, mostMillis));
    }
  }

  /** For results that somebody waits for: a tenth of a second. */
  public static Combining prompt() {
    return new Combining(8_192, 100);
  }

  /** For results that are looked at in the end: eight times as many, and a second. */
  public static Combining thorough() {
    return new Combining(65_536, 1_000);
  }
}
