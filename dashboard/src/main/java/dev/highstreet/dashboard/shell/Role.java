package dev.highstreet.dashboard.shell;

import io.javalin.security.RouteRole;
import java.util.Locale;

/** What a caller may do, and what a route asks for; each includes those before it. */
public enum Role implements RouteRole {
  /** Whoever calls: may load assets, sign in, and use what authenticates in a way of its own. */
  ANYONE,
  /** Reads. */
  VIEWER,
  /** Reads, and changes state. */
  OPERATOR;

  /** Whether who has this role may do what another may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** As it is shown, and written down. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
