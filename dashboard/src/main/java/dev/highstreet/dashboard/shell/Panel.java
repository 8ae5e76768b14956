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
