package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;

/** Since when a server gives no answer: from its first failure on, until it has answered again. */
public final class Silence {
  private final Clock clock;
  private Instant since;

  /**
   * Nothing has failed yet.
   *
   * @param clock the wall clock
   */
  public Silence(Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The server did not answer: the problem, with the time at which that began. */
  public synchronized Problem goesOn(Problem problem) {
    if (since == null) {
      since = clock.instant();
    }
    return problem.since(since);
  }

  /** The server has answered. */
  public synchronized void ends() {
    since = null;
  }
}
