package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what is wrong with a request (4xx), or with us (5xx): a page for people, a note in its place
 * for a part of one, a problem document for programs.
 */
public final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Shell shell;

  public ErrorPages(Shell shell) {
    this.shell = requireNonNull(shell, "shell is null");
  }

  /** Adds the handlers. */
  public void serve(RoutesConfig routes) {
    routes.exception(RequestProblem.class, this::show);
    routes.exception(WrongParameter.class, this::wrongParameter);
    routes.exception(Unavailable.class, this::unavailable);
    routes.exception(NotFoundResponse.class, this::notFound);
    routes.exception(HttpResponseException.class, this::refused);
    routes.exception(Exception.class, this::failure);
  }

  private void wrongParameter(WrongParameter wrong, Context request) {
    show(
        new RequestProblem(
            HttpStatus.BAD_REQUEST,
            "This address asks for something there is not",
            "%s is “%s”. Allowed is %s."
                .formatted(wrong.parameter(), wrong.value(), wrong.allowed()),
            List.of(new FieldProblem(wrong.parameter(), wrong.value(), wrong.allowed()))),
        request);
  }

  private void unavailable(Unavailable unavailable, Context request) {
    show(RequestProblem.unavailable(unavailable.problem()), request);
  }

  private void notFound(NotFoundResponse missing, Context request) {
    show(
        new RequestProblem(
            HttpStatus.NOT_FOUND,
            "There is no such page",
            "%s is not one of ours.".formatted(request.path())),
        request);
  }

  /** What the server itself refuses: too large a body, too many requests. */
  private void refused(HttpResponseException refusal, Context request) {
    HttpStatus status = HttpStatus.forStatus(refusal.getStatus());
    show(new RequestProblem(status, status.getMessage(), refusal.getMessage()), request);
  }

  private void failure(Exception failure, Context request) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException malformed) { // a form that is none
        request.header("Connection", "close"); // the server closes it then, but does not say so
        show(
            new RequestProblem(
                HttpStatus.forStatus(malformed.getCode()),
                "The request is malformed",
                "The server cannot read it: %s.".formatted(malformed.getReason())),
            request);
        return;
      }
    }
    LOG.error("{} {} failed", request.method(), request.path(), failure);
    show(
        new RequestProblem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something broke on our side",
            "The log of the dashboard has the particulars."),
        request);
  }

  private void show(RequestProblem wrong, Context request) {
    UnreadBody.passOver(request);
    if (wrong.status() == HttpStatus.SERVICE_UNAVAILABLE
        && request.res().getHeader("Retry-After") == null) {
      request.header("Retry-After", "2");
    }
    if (ProblemDocument.isAskedFor(request)) {
      ProblemDocument.answer(request, wrong);
      return;
    }
    request.status(wrong.status());
    Problem problem = new Problem(wrong.title(), wrong.getMessage(), wrong.since());
    if (isForAPart(request)) {
      request.html(shell.text("shell/refusal.jte", Map.of("problem", problem)));
      return;
    }
    boolean wayIn = wrong.status() == HttpStatus.UNAUTHORIZED;
    // what was only read can be read again; nothing is sent a second time by itself
    boolean again =
        wrong.status() == HttpStatus.SERVICE_UNAVAILABLE
            && request.method().equals(HandlerType.GET);
    Frame frame =
        shell.plainFrame(request, problem.title(), again ? "/live?page=" + LiveRoute.STILL : "");
    request.html(
        shell.text(
            "shell/error.jte",
            Map.of("frame", frame, "problem", problem, "signIn", wayIn, "again", again)));
  }

  private static boolean isForAPart(Context request) {
    return request.header("HX-Request") != null && request.header("HX-Boosted") == null;
  }
}
