package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Silence;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one path on which anything changes: asked for, written down, done, written down. */
public final class Changes {
  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  private final AuditLog log;
  private final Silence silence = new Silence(Clock.systemUTC());

  Changes(AuditLog log) {
    this.log = requireNonNull(log, "log is null");
  }

  /** Does what a request asks for. */
  @FunctionalInterface
  public interface ChangeHandler {
    void handle(Context request, Change change) throws Exception;
  }

  /**
   * A handler for a route that changes something. Nothing is changed unless {@code ops.audit} has
   * taken who asked for it.
   *
   * @param action what it does, such as {@code backfill}
   */
  public Handler audited(String action, ChangeHandler handler) {
    return request -> perform(Caller.of(request).role().toString(), action, request, handler);
  }

  /**
   * Does what a request asks for whose sender has shown in a way of its own who it is; on the same
   * path.
   *
   * @param actor who it is, such as {@code webhook}
   * @param action what it does
   */
  public void perform(String actor, String action, Context request, ChangeHandler handler)
      throws Exception {
    perform(request, asked(actor, action, request), handler);
  }

  /**
   * Writes down that somebody asks for a change.
   *
   * @param actor whose right it is
   * @throws RequestProblem if that cannot be written down
   */
  private Change asked(String actor, String action, Context request) {
    Change change = new Change(log, actor, request.ip(), action, request.path());
    try {
      change.asked();
      silence.ends();
    } catch (SQLException e) {
      LOG.warn("{} was refused: ops.audit did not take it", action, e);
      throw RequestProblem.unavailable(
          silence.goesOn(
              new Problem(
                  "Nothing can be changed now",
                  "Every change is written down in ops.audit first, and Postgres did not take it."
                      + " Try again once it is back.")));
    }
    return change;
  }

  private static void perform(Context request, Change change, ChangeHandler handler)
      throws Exception {
    try {
      handler.handle(request, change);
    } catch (RequestProblem e) {
      change.refused(e.getMessage());
      throw e;
    } catch (Exception e) {
      change.failed(e.toString());
      throw e;
    }
    if (!change.isGoingOn()) {
      change.done();
    }
  }
}
