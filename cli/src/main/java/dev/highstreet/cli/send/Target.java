package dev.highstreet.cli.send;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.dashboard.webhook.Webhook;
import java.net.URI;

/**
 * Where transactions are sent.
 *
 * @param webhook with its path; http or https, and without a user
 */
record Target(URI webhook) {
  Target {
    requireNonNull(webhook, "webhook is null");
  }

  /**
   * The one of an address, at Highstreet's own path if it names none.
   *
   * @throws CommandException if nothing can be sent there
   */
  static Target of(String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw wrong(url, e);
    }
    boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!web || address.getHost() == null || address.getRawFragment() != null) {
      throw wrong(url, null);
    }
    if (address.getRawUserInfo() != null) {
      throw CommandException.usedWrongly(
          "--url names a user: leave that out, as deliveries are known by their signature");
    }
    String path = address.getRawPath();
    return new Target(path.isEmpty() || path.equals("/") ? address.resolve(Webhook.PATH) : address);
  }

  private static CommandException wrong(String url, Exception cause) {
    return CommandException.usedWrongly(
        "--url '%s' is no address of a webhook; write one like https://shop.example/webhooks/transactions"
            .formatted(url),
        cause);
  }

  /** Another path of the same server. */
  URI beside(String path) {
    return webhook.resolve(path);
  }
}
