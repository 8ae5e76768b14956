package dev.highstreet.simulator.audit;

/** An event that cannot be. */
final class Finding extends AssertionError {
  private static final long serialVersionUID = 1;

  private Finding(String message) {
    super(message);
  }

  /** Finds fault with an event unless something holds. */
  static void check(boolean holds, String fault, Object event) {
    if (!holds) {
      throw new Finding(fault + ": " + event);
    }
  }
}
