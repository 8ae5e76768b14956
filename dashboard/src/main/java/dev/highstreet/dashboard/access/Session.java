package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Role;

/**
 * A browser that has signed in.
 *
 * @param id the cookie's value: 192 random bits
 * @param role what its token gave
 * @param csrf what each of its changes must repeat: a page elsewhere can make a browser send the
 *     cookie, but cannot read this
 */
record Session(String id, Role role, String csrf) {
  Session {
    requireNonNull(id, "id is null");
    requireNonNull(role, "role is null");
    requireNonNull(csrf, "csrf is null");
  }

  /** Neither of its secrets. */
  @Override
  public String toString() {
    return "Session[role=" + role + "]";
  }
}
