package dev.highstreet.dashboard.tasks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that was set in motion, as it stands.
 *
 * @param id counted from 1 since this process began
 * @param kind what it is, such as {@code backfill}
 * @param title what it is in words, such as “Backfill of Mon 8 Dec”
 * @param state how it stands
 * @param share from 0 to 1; empty where it is not known
 * @param words what is being done, or what came of it
 * @param began on the wall clock
 * @param ended on the wall clock; empty while it runs
 */
public record Task(
    long id,
    String kind,
    String title,
    State state,
    OptionalDouble share,
    String words,
    Instant began,
    Optional<Instant> ended) {
  public Task {
    requireNonNull(kind, "kind is null");
    requireNonNull(title, "title is null");
    requireNonNull(state, "state is null");
    requireNonNull(share, "share is null");
    requireNonNull(words, "words is null");
    requireNonNull(began, "began is null");
    requireNonNull(ended, "ended is null");
  }

  /** How something stands. */
  public enum State {
    /** It goes on. */
    RUNNING,
    /** It is done. */
    DONE,
    /** It was not done, for a reason that its reader can do something about. */
    REFUSED,
    /** It was not done, or not wholly. */
    FAILED
  }

  /** Whether it goes on. */
  public boolean isRunning() {
    return state == State.RUNNING;
  }

  Task at(double howFar, String doing) {
    return new Task(id, kind, title, state, share(howFar), doing, began, ended);
  }

  Task end(State how, String outcome, Instant now) {
    return new Task(
        id,
        kind,
        title,
        how,
        how == State.DONE ? OptionalDouble.of(1) : share,
        outcome,
        began,
        Optional.of(now));
  }

  private static OptionalDouble share(double howFar) {
    return howFar >= 0 && howFar <= 1 ? OptionalDouble.of(howFar) : OptionalDouble.empty();
  }
}
