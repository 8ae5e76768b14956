package dev.highstreet.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessTest {
  private static final String OPERATOR = "an operator's token";
  private static final String VIEWER = "a viewer's own token";
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Browserless open;
  private static Browserless closed;

  @BeforeAll
  static void start() {
    String url = InventedShop.history(POSTGRES).url();
    open = Browserless.on(url, rules(true));
    closed = Browserless.on(url, rules(false));
  }

  @AfterAll
  static void stop() {
    open.close();
    closed.close();
  }

  private static AccessRules rules(boolean openReading) {
    return new AccessRules(
        Optional.of(Token.of(OPERATOR)),
        Optional.of(Token.of(VIEWER)),
        openReading,
        Optional.empty());
  }

  @Test
  void everyRouteThatChangesAnythingAsksForAnOperator() {
    assertThat(open.routes()).hasSizeGreaterThan(5);
    for (String route : open.routes()) {
      String method = route.substring(0, route.indexOf(' '));
      String path = route.substring(method.length() + 1).replaceAll("[{<][^/]*[}>]", "1");
      boolean ownWayIn = path.startsWith("/sign-") || path.startsWith("/webhooks/");
      if (method.equals("GET") || method.equals("HEAD") || ownWayIn) {
        continue;
      }
      assertThat(open.ask(method, path, "").statusCode()).as(route).isEqualTo(401);
      assertThat(open.ask(method, path, "", bearer("nobody's token")).statusCode())
          .as(route)
          .isEqualTo(401);
      assertThat(open.ask(method, path, "", bearer(VIEWER)).statusCode()).as(route).isEqualTo(403);
    }
  }

  @Test
  void everyPageAsksForATokenWhereReadingIsNotOpen() {
    for (String route : closed.routes()) {
      if (!route.startsWith("GET ") || route.endsWith("/sign-in") || route.contains("/assets/")) {
        continue;
      }
      String path = route.substring("GET ".length()).replaceAll("[{<][^/]*[}>]", "1");
      assertThat(closed.get(path).statusCode()).as(route).isEqualTo(401);
    }
    assertThat(closed.get("/", bearer(VIEWER)).statusCode()).isEqualTo(200);
    assertThat(closed.get("/", bearer(OPERATOR)).statusCode()).isEqualTo(200);
    assertThat(closed.get("/assets/icon.svg").statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasNoTokenIsShownTheWayIn() {
    HttpResponse<String> refused = closed.get("/");

    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"highstreet\"");
    assertThat(refused.body()).contains("needs the token of a viewer").contains("/sign-in");
  }

  @Test
  void programsAreToldInAProblemDocument() {
    HttpResponse<String> refused = closed.get("/", "Accept", "application/json");

    assertThat(refused.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(refused.body()).contains("\"status\":401").contains("\"instance\":\"/\"");
  }

  @Test
  void tokenBecomesASessionThatScriptsAndOtherSitesCannotUse() {
    HttpResponse<String> in = open.post("/sign-in", "token=" + OPERATOR);

    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
    assertThat(open.get("/", "Cookie", cookie(in)).body()).contains("data-role=\"operator\"");
  }

  @Test
  void wrongTokenIsRefusedWithoutBeingRepeated() {
    HttpResponse<String> in = open.post("/sign-in", "token=guess+number+one");

    assertThat(in.statusCode()).isEqualTo(401);
    assertThat(in.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(in.body()).contains("no token of this dashboard").doesNotContain("guess");
  }

  @Test
  void wayInLeadsToPagesOfOursAlone() {
    for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil"}) {
      HttpResponse<String> in = open.post("/sign-in", "token=" + VIEWER + "&next=" + elsewhere);
      assertThat(in.headers().firstValue("Location")).hasValue("/");
    }
  }

  @Test
  void guessesAreFewAMinute() {
    try (Browserless guarded = Browserless.on(Browserless.SILENT_DATABASE, rules(true))) {
      for (int i = 0; i < 10; i++) {
        assertThat(guarded.post("/sign-in", "token=guess" + i).statusCode()).isEqualTo(401);
      }
      assertThat(guarded.post("/sign-in", "token=" + OPERATOR).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void sessionEndsOnlyForAPageOfOurs() {
    HttpResponse<String> in = open.post("/sign-in", "token=" + VIEWER);
    String cookie = cookie(in);
    Matcher csrf = CSRF.matcher(open.get("/", "Cookie", cookie).body());
    assertThat(csrf.find()).isTrue();

    assertThat(open.post("/sign-out", "", "Cookie", cookie).statusCode()).isEqualTo(403);
    assertThat(
            open.post(
                    "/sign-out",
                    "csrf=" + csrf.group(1),
                    "Cookie",
                    cookie,
                    "Sec-Fetch-Site",
                    "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(open.get("/", "Cookie", cookie).body()).contains("data-role=\"viewer\"");

    assertThat(open.post("/sign-out", "csrf=" + csrf.group(1), "Cookie", cookie).statusCode())
        .isEqualTo(303);
    assertThat(open.get("/", "Cookie", cookie).body()).doesNotContain("data-role=\"viewer\"");
  }

  @Test
  void noPageHoldsAToken() {
    String cookie = cookie(open.post("/sign-in", "token=" + OPERATOR));

    assertThat(open.get("/", "Cookie", cookie).body()).doesNotContain(OPERATOR);
    assertThat(rules(true).toString()).doesNotContain(OPERATOR).doesNotContain(VIEWER);
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }
}
