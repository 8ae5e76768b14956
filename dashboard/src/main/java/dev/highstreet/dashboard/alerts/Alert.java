package dev.highstreet.dashboard.alerts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that needs somebody.
 *
 * @param kind one alert of a kind at a time
 * @param words what is wrong, in a sentence
 * @param since when that began, on the wall clock
 */
public record Alert(Kind kind, String words, Instant since) {
  public Alert {
    requireNonNull(kind, "kind is null");
    requireNonNull(words, "words is null");
    requireNonNull(since, "since is null");
  }

  /** What can be wrong. */
  public enum Kind {
    /** The job that should run does not. */
    JOB_DOWN("Job down"),
    /** Records come faster than they are counted, or none is counted at all. */
    LAG_GROWING("Lag growing"),
    /** The newest checkpoint failed. */
    CHECKPOINT_FAILING("Checkpoint failing"),
    /** The newest comparison with the answer key found a difference. */
    NOT_RECONCILED("Not reconciled");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** In two words. */
    public String title() {
      return title;
    }
  }
}
