package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;

/**
 * Whom a page is for, as far as its layout cares.
 *
 * @param role in a word; empty for who has not signed in
 * @param csrf what the page's changes must repeat; empty for who has not signed in
 */
public record Guest(String role, String csrf) {
  private static final String ATTRIBUTE = Guest.class.getName();
  private static final Guest STRANGER = new Guest("", "");

  public Guest {
    requireNonNull(role, "role is null");
    requireNonNull(csrf, "csrf is null");
  }

  /** Keeps with the request for whom it is. */
  public void enter(Context request) {
    request.attribute(ATTRIBUTE, this);
  }

  /** For whom this request is. */
  static Guest of(Context request) {
    Guest guest = request.attribute(ATTRIBUTE);
    return guest == null ? STRANGER : guest;
  }

  /** Whether somebody has signed in. */
  public boolean isKnown() {
    return !role.isEmpty();
  }

  /** What htmx sends along with every request of the page, as JSON. */
  public String headers() {
    return "{\"X-Csrf-Token\":\"" + csrf + "\"}"; // base64url needs no escaping
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Guest[role=" + role + "]";
  }
}
