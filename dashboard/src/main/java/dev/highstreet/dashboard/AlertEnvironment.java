package dev.highstreet.dashboard;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.alerts.WebhookAddress;
import java.util.Map;
import java.util.Optional;

/** Reads where alerts are sent to from environment variables. */
public final class AlertEnvironment {
  /** Where alerts are posted to as JSON; nowhere where it is not set. */
  public static final String WEBHOOK = "HIGHSTREET_ALERT_WEBHOOK";

  private AlertEnvironment() {}

  /**
   * Reads the variable; an empty one counts as absent.
   *
   * @throws IllegalArgumentException naming the variable and what it must be, never the address
   */
  public static Optional<WebhookAddress> read(Map<String, String> environment) {
    requireNonNull(environment, "environment is null");
    String address = environment.getOrDefault(WEBHOOK, "");
    if (address.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(WebhookAddress.of(address));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s (%s)".formatted(e.getMessage(), WEBHOOK), e);
    }
  }
}
