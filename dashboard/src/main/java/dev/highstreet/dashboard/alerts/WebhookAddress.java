package dev.highstreet.dashboard.alerts;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Where alerts are posted to. Its path and its query may be secrets: of it, only the host is shown.
 *
 * @param uri an http or https address
 */
public record WebhookAddress(URI uri) {
  public WebhookAddress {
    requireNonNull(uri, "uri is null");
    String scheme = uri.getScheme();
    if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw wrong();
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none; the message does not repeat it
   */
  public static WebhookAddress of(String text) {
    try {
      return new WebhookAddress(new URI(text.strip()));
    } catch (java.net.URISyntaxException e) {
      throw wrong(); // its message would quote the address
    }
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "the alerts' webhook must be an http or https address such as https://example.org/hooks/1");
  }

  /** The host alone. */
  public String host() {
    return uri.getHost();
  }

  /** Without what may be a secret. */
  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + "/***";
  }
}
