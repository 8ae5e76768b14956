package dev.highstreet.dashboard.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.highstreet.dashboard.shell.Role;
import java.time.Duration;
import java.util.Optional;

/**
 * The browsers that have signed in. They are forgotten after twelve hours without a request, with
 * the thousandth after them, and when this process ends.
 */
final class Sessions {
  private static final Duration IDLE = Duration.ofHours(12);
  private static final int MOST = 1_000;

  private final Cache<String, Session> open =
      Caffeine.newBuilder().expireAfterAccess(IDLE).maximumSize(MOST).build();

  /** A new one. */
  Session open(Role role) {
    Session session = new Session(Token.random(), role, Token.random());
    open.put(session.id(), session);
    return session;
  }

  /** The one with this id, if it is still open. */
  Optional<Session> of(String id) {
    return Optional.ofNullable(open.getIfPresent(id));
  }

  /** Ends it; nothing happens if there is none. */
  void close(String id) {
    open.invalidate(id);
  }
}
