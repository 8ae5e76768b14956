package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How a page is to look, from {@code ?theme=} and {@code ?view=}; absent follows the system.
 *
 * @param theme {@code light} or {@code dark}
 * @param view {@code projector}, larger and with icons only in the sidebar
 */
public record Look(Optional<String> theme, Optional<String> view) {
  public Look {
    requireNonNull(theme, "theme is null");
    requireNonNull(view, "view is null");
  }

  /**
   * As the address asks for it.
   *
   * @throws WrongParameter if either is not a word it knows
   */
  public static Look of(Parameters parameters) {
    return new Look(
        parameters.oneOf("theme", List.of("light", "dark")),
        parameters.oneOf("view", List.of("projector")));
  }

  /** Follows the system. */
  public static Look system() {
    return new Look(Optional.empty(), Optional.empty());
  }
}
