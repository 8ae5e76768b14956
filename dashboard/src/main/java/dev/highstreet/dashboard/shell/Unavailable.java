package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

/** Something the dashboard reads did not give an answer; a panel shows it in its own place. */
public final class Unavailable extends RuntimeException {
  // never serialised: exceptions here stay in the process
  private final transient Problem problem;

  /**
   * Carries what the reader is told.
   *
   * @param problem what the reader is told
   * @param cause what happened underneath
   */
  public Unavailable(Problem problem, Throwable cause) {
    super(problem.title() + ": " + problem.reason(), cause);
    this.problem = requireNonNull(problem, "problem is null");
  }

  /** What the reader is told. */
  public Problem problem() {
    return problem;
  }
}
