package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a panel shows: its rows, or the problem that kept them away. A problem stays in its panel;
 * the rest of the page goes on. A panel of {@link LastKnown} has both while something is silent:
 * the problem, and what was known before it.
 *
 * @param <T> the shape of what is shown
 */
public final class Panel<T> {
  private final T value;
  private final Problem problem;
  private final Instant asOf;

  private Panel(T value, Problem problem, Instant asOf) {
    this.value = value;
    this.problem = problem;
    this.asOf = asOf;
  }

  /** Reads now; an {@link Unavailable} becomes the panel's problem. */
  public static <T> Panel<T> of(Supplier<T> read) {
    try {
      return new Panel<>(requireNonNull(read.get(), "value is null"), null, null);
    } catch (Unavailable e) {
      return new Panel<>(null, e.problem(), null);
    }
  }

  /**
   * What was known before a problem, beside it.
   *
   * @param value null where nothing was known
   * @param asOf when that was read, on the wall clock; null where nothing was
   */
  static <T> Panel<T> during(Problem problem, T value, Instant asOf) {
    return new Panel<>(value, requireNonNull(problem, "problem is null"), asOf);
  }

  /**
   * This; but beside a problem, what is known from before it.
   *
   * @param before what was known; empty where nothing was
   * @param readAt when that was read, on the wall clock; null where nobody kept that in mind
   */
  public Panel<T> orKnown(Optional<T> before, Instant readAt) {
    return problem == null || before.isEmpty() ? this : during(problem, before.get(), readAt);
  }

  /** The same; a problem of which nobody knows since when began when this silence did. */
  public Panel<T> dated(Silence silence) {
    return problem == null || problem.since().isPresent()
        ? this
        : during(silence.goesOn(problem), value, asOf);
  }

  /** Whether what is shown is known from before, as something is silent now. */
  public boolean isOld() {
    return problem != null && value != null;
  }

  /**
   * What was read, or is known from before.
   *
   * @throws Unavailable if nothing is known
   */
  public T orThrow() {
    if (value == null) {
      throw new Unavailable(problem, null);
    }
    return value;
  }

  /** What goes wrong; null when nothing does. */
  public Problem problem() {
    return problem;
  }

  /** What was read, or was known before the problem; null where nothing is known. */
  public T value() {
    return value;
  }

  /** What was read or is still known, if anything. */
  public Optional<T> found() {
    return Optional.ofNullable(value);
  }

  /** When that was read which is shown in spite of a problem; empty without one. */
  public Optional<Instant> asOf() {
    return Optional.ofNullable(asOf);
  }
}
