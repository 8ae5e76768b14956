package dev.highstreet.simulator.counter;

import static java.util.Objects.requireNonNull;

/** What somebody asked for cannot be done, and nothing of it was. */
public final class RefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * A refusal.
   *
   * @param field what is at fault, as a path: {@code lines[0].quantity}; lines count from 0
   * @param message names the field, its value, the bound and the way out
   */
  public RefusedException(String field, String message) {
    super(message);
    this.field = requireNonNull(field, "field is null");
  }

  /** What is at fault, as a path: {@code lines[0].quantity}. */
  public String field() {
    return field;
  }

  /** The same refusal of a part of something: of {@code quantity} within {@code lines[0]}. */
  public RefusedException within(String whole) {
    RefusedException refused =
        new RefusedException(whole + "." + field, whole + ": " + getMessage());
    refused.initCause(this);
    return refused;
  }
}
