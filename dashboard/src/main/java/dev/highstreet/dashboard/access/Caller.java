package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Role;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param role what they may do
 * @param known whether a token or a session says who they are
 * @param session that of a browser; empty for who sends a token with each request
 */
record Caller(Role role, boolean known, Optional<Session> session) {
  private static final String ATTRIBUTE = Caller.class.getName();

  Caller {
    requireNonNull(role, "role is null");
    requireNonNull(session, "session is null");
  }

  /** Somebody who has shown nothing. */
  static Caller stranger(Role role) {
    return new Caller(role, false, Optional.empty());
  }

  /** Keeps with the request who makes it. */
  void remember(Context request) {
    request.attribute(ATTRIBUTE, this);
  }

  /** Who makes this request. */
  static Caller of(Context request) {
    return requireNonNull(request.<Caller>attribute(ATTRIBUTE), "the gate comes before the routes");
  }
}
