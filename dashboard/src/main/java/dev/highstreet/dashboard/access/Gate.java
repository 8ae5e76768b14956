package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Guest;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every request comes through here first. Who calls follows from {@code Authorization: Bearer
 * TOKEN}, or from the session cookie. What a route asks for is its {@link Role}; one that names
 * none asks for a viewer to read, and for an operator to do anything else.
 */
public final class Gate {
  /** The header in which a signed-in page repeats its secret with each change. */
  static final String CSRF_HEADER = "X-Csrf-Token";

  static final String COOKIE = "highstreet_session";
  static final String CSRF_FIELD = "csrf";

  private static final String BEARER = "bearer ";

  private final AccessRules rules;
  private final Sessions sessions;

  Gate(AccessRules rules, Sessions sessions) {
    this.rules = requireNonNull(rules, "rules is null");
    this.sessions = requireNonNull(sessions, "sessions is null");
  }

  /** Stands before all routes. */
  void serve(RoutesConfig routes) {
    routes.before(this::identify);
    routes.beforeMatched(this::admit);
  }

  private void identify(Context request) {
    Caller.stranger(rules.ofStrangers()).remember(request);
    Caller caller = caller(request);
    caller.remember(request);
    caller
        .session()
        .ifPresent(session -> new Guest(caller.role().toString(), session.csrf()).enter(request));
  }

  private Caller caller(Context request) {
    Optional<String> token = bearer(request);
    if (token.isPresent()) {
      Role role =
          rules
              .roleOf(token.get())
              .orElseThrow(
                  () ->
                      unauthorized(
                          request, "The token is not one of ours: it may have been changed."));
      return new Caller(role, true, Optional.empty());
    }
    return Optional.ofNullable(request.cookie(COOKIE))
        .flatMap(sessions::of)
        .map(session -> new Caller(session.role(), true, Optional.of(session)))
        .orElseGet(() -> Caller.stranger(rules.ofStrangers()));
  }

  private static Optional<String> bearer(Context request) {
    return Optional.ofNullable(request.header("Authorization"))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private void admit(Context request) {
    Role needed = needed(request);
    Caller caller = Caller.of(request);
    if (!caller.role().includes(needed)) {
      throw caller.known() ? forbidden(caller, needed) : unauthorized(request, missing(needed));
    }
    if (needed == Role.OPERATOR && caller.session().isPresent()) {
      refuseForgery(request, caller.session().get());
    }
  }

  private static Role needed(Context request) {
    return request.routeRoles().stream()
        .map(Role.class::cast)
        .findFirst()
        .orElse(reads(request) ? Role.VIEWER : Role.OPERATOR);
  }

  private static boolean reads(Context request) {
    return List.of(HandlerType.GET, HandlerType.HEAD).contains(request.method());
  }

  private String missing(Role needed) {
    if (needed == Role.OPERATOR && rules.operator().isEmpty()) {
      return "This dashboard only reads: it was started without an operator token. Set HIGHSTREET_OPERATOR_TOKEN.";
    }
    return "This needs the token of %s: sign in, or send Authorization: Bearer TOKEN."
        .formatted(needed == Role.OPERATOR ? "an operator" : "a viewer");
  }

  private static RequestProblem unauthorized(Context request, String detail) {
    request.header("WWW-Authenticate", "Bearer realm=\"highstreet\"");
    return new RequestProblem(HttpStatus.UNAUTHORIZED, "Who are you?", detail);
  }

  private static RequestProblem forbidden(Caller caller, Role needed) {
    return new RequestProblem(
        HttpStatus.FORBIDDEN,
        "Not allowed",
        "Your token is %s's; this needs %s's.".formatted(a(caller.role()), a(needed)));
  }

  private static String a(Role role) {
    return (role == Role.OPERATOR ? "an " : "a ") + role;
  }

  /** A change from a browser comes from a page of ours, and repeats the session's secret. */
  static void refuseForgery(Context request, Session session) {
    String given = Optional.ofNullable(request.header(CSRF_HEADER)).orElseGet(() -> field(request));
    boolean repeated =
        MessageDigest.isEqual(
            session.csrf().getBytes(StandardCharsets.UTF_8),
            given.getBytes(StandardCharsets.UTF_8));
    if (!repeated || fromElsewhere(request)) {
      throw new RequestProblem(
          HttpStatus.FORBIDDEN,
          "Not from a page of ours",
          "A change must come from an open page of this dashboard: load the page again, then try again.");
    }
  }

  /**
   * Of a form alone: other bodies may be long, and are not read here. One with a file is put on
   * disk by the server for it, within its bounds.
   */
  private static String field(Context request) {
    String type = Optional.ofNullable(request.contentType()).orElse("");
    return type.startsWith("application/x-www-form-urlencoded") || request.isMultipartFormData()
        ? Optional.ofNullable(request.formParam(CSRF_FIELD)).orElse("")
        : "";
  }

  /** As browsers say it; who says nothing is none. */
  private static boolean fromElsewhere(Context request) {
    String site = request.header("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin");
    }
    String origin = request.header("Origin");
    return origin != null && !authority(origin).equals(request.host());
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
