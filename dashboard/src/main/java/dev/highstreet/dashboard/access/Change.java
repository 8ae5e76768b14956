package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.AuditLog.Entry;
import dev.highstreet.dashboard.access.AuditLog.Outcome;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A change that has been asked for and written down. It ends once: with the request, unless it
 * {@linkplain #goesOn goes on} after it.
 */
public final class Change {
  private static final Logger LOG = LoggerFactory.getLogger(Change.class);

  private final AuditLog log;
  private final UUID id = UUID.randomUUID();
  private final String actor;
  private final String address;
  private final String action;
  private String target;
  private String detail = "";
  private boolean goingOn;

  Change(AuditLog log, String actor, String address, String action, String target) {
    this.log = requireNonNull(log, "log is null");
    this.actor = requireNonNull(actor, "actor is null");
    this.address = requireNonNull(address, "address is null");
    this.action = requireNonNull(action, "action is null");
    this.target = requireNonNull(target, "target is null");
  }

  /** Says what is to be changed, once that is known: a day, an order. */
  public void target(String what) {
    target = requireNonNull(what, "what is null");
  }

  /** Says what came of it; no secrets. */
  public void detail(String what) {
    detail = requireNonNull(what, "what is null");
  }

  /** Lets it go on after its request: whoever takes it over ends it. */
  public void goesOn() {
    goingOn = true;
  }

  boolean isGoingOn() {
    return goingOn;
  }

  void asked() throws SQLException {
    log.write(entry(), Outcome.ASKED, "");
  }

  /** It is done. */
  public void done() {
    end(Outcome.DONE, detail);
  }

  /** It was not done, for a reason of the caller's. */
  public void refused(String why) {
    end(Outcome.REFUSED, why);
  }

  /** It was not done, or not wholly, for a reason of ours. */
  public void failed(String why) {
    end(Outcome.FAILED, why);
  }

  private void end(Outcome outcome, String words) {
    try {
      log.write(entry(), outcome, words);
    } catch (SQLException e) {
      // what is done is done: it must not look as if it were not
      LOG.error("{} of {} ended {}, which ops.audit does not tell", action, target, outcome, e);
    }
  }

  private Entry entry() {
    return new Entry(id, actor, address, action, target);
  }
}
