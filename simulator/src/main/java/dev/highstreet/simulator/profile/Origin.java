package dev.highstreet.simulator.profile;

import static java.util.Objects.requireNonNull;

/**
 * Where the figures of a section come from.
 *
 * @param basis fitted, taken from elsewhere, or assumed
 * @param reason what it was fitted on, the source, or why it had to be assumed; never blank
 */
public record Origin(Basis basis, String reason) {
  /** How much a figure is worth. */
  public enum Basis {
    /** Estimated from the shop's own transactions. */
    FITTED,
    /** Published of other shops; the reason names the source. */
    PRIOR,
    /** Nobody's figure: chosen so that the shop is a sensible one. */
    ASSUMED
  }

  /** Refuses what is incomplete. */
  public Origin {
    requireNonNull(basis, "profile: origin.basis is null");
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException(
          "profile: origin.reason is blank: say where the figures come from");
    }
  }

  /** Figures estimated from the shop's own transactions. */
  public static Origin fitted(String reason) {
    return new Origin(Basis.FITTED, reason);
  }

  /** Figures published of other shops. */
  public static Origin prior(String source) {
    return new Origin(Basis.PRIOR, source);
  }

  /** Figures that were chosen. */
  public static Origin assumed(String reason) {
    return new Origin(Basis.ASSUMED, reason);
  }
}
