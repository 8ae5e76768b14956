package dev.highstreet.dashboard.access;

import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;

/** The gate, the way in, and the book of changes, together. */
public final class Access implements AutoCloseable {
  private final AuditLog log;
  private final Changes changes;
  private final Gate gate;
  private final SignInPage signIn;

  /**
   * Keeps to these rules; writes down changes as this role of the database, which may add to {@code
   * ops.audit}.
   */
  public Access(AccessRules rules, Shell shell, String url, String user, String password) {
    Sessions sessions = new Sessions();
    log = AuditLog.open(url, user, password);
    changes = new Changes(log);
    gate = new Gate(rules, sessions);
    signIn = new SignInPage(shell, rules, sessions);
  }

  /** Adds the gate before all routes, and the way in. */
  public void serve(RoutesConfig routes) {
    gate.serve(routes);
    signIn.serve(routes);
  }

  /** The path for whatever changes something. */
  public Changes changes() {
    return changes;
  }

  @Override
  public void close() {
    log.close();
  }
}
