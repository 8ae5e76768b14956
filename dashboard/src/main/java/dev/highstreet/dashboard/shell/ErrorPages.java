package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in words what is wrong with a request (400, 404), or with us (500). */
public final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Shell shell;

  public ErrorPages(Shell shell) {
    this.shell = requireNonNull(shell, "shell is null");
  }

  /** Adds the handlers. */
  public void serve(RoutesConfig routes) {
    routes.exception(WrongParameter.class, this::wrongParameter);
    routes.exception(Exception.class, this::failure);
    routes.exception(NotFoundResponse.class, this::notFound);
  }

  private void wrongParameter(WrongParameter wrong, Context request) {
    request.status(HttpStatus.BAD_REQUEST);
    show(
        request,
        new Problem(
            "This address asks for something there is not",
            "%s is “%s”. Allowed is %s."
                .formatted(wrong.parameter(), wrong.value(), wrong.allowed())));
  }

  private void notFound(NotFoundResponse missing, Context request) {
    request.status(HttpStatus.NOT_FOUND);
    show(
        request,
        new Problem("There is no such page", "%s is not one of ours.".formatted(request.path())));
  }

  private void failure(Exception failure, Context request) {
    LOG.error("{} {} failed", request.method(), request.path(), failure);
    request.status(HttpStatus.INTERNAL_SERVER_ERROR);
    show(
        request,
        new Problem(
            "Something broke on our side", "The log of the dashboard has the particulars."));
  }

  private void show(Context request, Problem problem) {
    Frame frame = shell.frame("", problem.title(), "", "", Look.system());
    request.html(shell.text("shell/error.jte", Map.of("frame", frame, "problem", problem)));
  }
}
