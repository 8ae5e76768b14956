package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Javalin server;

  @BeforeEach
  void start() {
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.registerPlugin(RateLimit.plugin());
                  config.routes.get("/few/{id}", new RateLimit(3).on(r -> r.result("few")));
                  config.routes.get("/others", new RateLimit(3).on(r -> r.result("others")));
                  config.routes.exception(
                      RequestProblem.class,
                      (problem, request) ->
                          request.status(problem.status()).result(problem.getMessage()));
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void whatIsBeyondTheLimitIsToldWhenToTryAgain() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(get("/few/" + i, "").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = get("/few/3", "");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
    assertThat(refused.body())
        .isEqualTo("/few/{id} takes 3 requests a minute from one address: wait a minute.");
    assertThat(get("/others", "").statusCode()).isEqualTo(200);
  }

  @Test
  void addressThatASenderInventsIsNotBelieved() throws Exception {
    int last = 200;
    for (int i = 0; i < 4; i++) {
      last = get("/few/1", "203.0.113." + i).statusCode();
    }

    assertThat(last).isEqualTo(429);
  }

  @Test
  void limitOfNothingIsNoLimit() {
    assertThatThrownBy(() -> new RateLimit(0)).hasMessage("aMinute is 0, but must be at least 1");
  }

  private HttpResponse<String> get(String path, String forwardedFor) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (!forwardedFor.isEmpty()) {
      request.header("X-Forwarded-For", forwardedFor);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
