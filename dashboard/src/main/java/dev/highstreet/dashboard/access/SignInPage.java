package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.Role;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code /sign-in}: a token for a session; and {@code POST /sign-out}. */
final class SignInPage {
  private static final int TRIES_A_MINUTE = 10;
  private static final int UNTIL_THE_BROWSER_CLOSES = -1;
  private static final int LONGEST_TOKEN = 1_000;

  private final Shell shell;
  private final AccessRules rules;
  private final Sessions sessions;

  SignInPage(Shell shell, AccessRules rules, Sessions sessions) {
    this.shell = requireNonNull(shell, "shell is null");
    this.rules = requireNonNull(rules, "rules is null");
    this.sessions = requireNonNull(sessions, "sessions is null");
  }

  void serve(RoutesConfig routes) {
    routes.get("/sign-in", request -> show(request, ""), Role.ANYONE);
    routes.post("/sign-in", this::signIn, Role.ANYONE);
    routes.post("/sign-out", this::signOut, Role.ANYONE);
  }

  private void show(Context request, String problem) {
    request.render(
        "access/sign-in.jte",
        Map.of(
            "frame",
            shell.frame(request, "sign-in", "Sign in", "", ""),
            "next",
            next(Parameters.of(request).get("next")),
            "changeable",
            rules.operator().isPresent(),
            "problem",
            problem));
  }

  private void signIn(Context request) {
    request.with(RateLimitPlugin.class).requestPerTimeUnit(TRIES_A_MINUTE, TimeUnit.MINUTES);
    String token = Optional.ofNullable(request.formParam("token")).orElse("").strip();
    Optional<Role> role = token.length() > LONGEST_TOKEN ? Optional.empty() : rules.roleOf(token);
    if (role.isEmpty()) {
      request.status(HttpStatus.UNAUTHORIZED);
      show(request, "That is no token of this dashboard.");
      return;
    }
    forget(request); // a session never changes its role
    request.cookie(cookie(sessions.open(role.get()).id(), request));
    request.redirect(next(Optional.ofNullable(request.formParam("next"))), HttpStatus.SEE_OTHER);
  }

  private void signOut(Context request) {
    Caller caller = Caller.of(request);
    if (caller.session().isPresent()) {
      Gate.refuseForgery(request, caller.session().get());
      forget(request);
    }
    request.removeCookie(Gate.COOKIE, "/");
    request.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void forget(Context request) {
    Caller.of(request).session().ifPresent(session -> sessions.close(session.id()));
  }

  /** Scripts do not see it, pages elsewhere do not make a browser send it. */
  private static Cookie cookie(String id, Context request) {
    boolean secure = request.scheme().equals("https");
    return new Cookie(
        Gate.COOKIE, id, "/", UNTIL_THE_BROWSER_CLOSES, secure, true, null, SameSite.STRICT);
  }

  /** A path of ours: an address of elsewhere would make this page a trampoline. */
  private static String next(Optional<String> asked) {
    return asked
        .filter(path -> path.startsWith("/"))
        .filter(path -> !path.startsWith("//") && !path.contains("\\"))
        .filter(path -> path.chars().noneMatch(Character::isISOControl))
        .orElse("/");
  }
}
