package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a panel shows: its rows, or the problem that kept them away. A problem stays in its panel;
 * the rest of the page goes on.
 *
 * @param <T> the shape of what is shown
 */
public final class Panel<T> {
  private final T value;
  private final Problem problem;

  private Panel(T value, Problem problem) {
    this.value = value;
    this.problem = problem;
  }

  /** Reads now; an {@link Unavailable} becomes the panel's problem. */
  public static <T> Panel<T> of(Supplier<T> read) {
    try {
      return new Panel<>(requireNonNull(read.get(), "value is null"), null);
    } catch (Unavailable e) {
      return new Panel<>(null, e.problem());
    }
  }

  /** What went wrong; null when nothing did. */
  public Problem problem() {
    return problem;
  }

  /** What was read; null when something went wrong. */
  public T value() {
    return value;
  }

  /** What was read, if it was. */
  public Optional<T> found() {
    return Optional.ofNullable(value);
  }
}
