package dev.highstreet.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.highstreet.testsupport.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertWebhookTest {
  private static final Duration A_MOMENT = Duration.ofMillis(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          taken.add(
              exchange.getRequestURI().getQuery()
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          Integer status = statuses.poll();
          exchange.sendResponseHeaders(status == null ? 204 : status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void messageThatIsNotTakenIsSentAgainBeforeTheNext() throws Exception {
    statuses.add(503);
    statuses.add(429);
    try (AlertWebhook webhook = new AlertWebhook(address(), A_MOMENT)) {
      webhook.send("first");
      webhook.send("second");
      Eventually.wait(PATIENCE, "both", () -> taken.size() == 4);
    }
    assertThat(taken).containsExactly("key=1 first", "key=1 first", "key=1 first", "key=1 second");
  }

  @Test
  void messageThatIsRefusedIsNotSentAgain() throws Exception {
    statuses.add(400);
    try (AlertWebhook webhook = new AlertWebhook(address(), A_MOMENT)) {
      webhook.send("first");
      webhook.send("second");
      Eventually.wait(PATIENCE, "both", () -> taken.size() == 2);
    }
    assertThat(taken).containsExactly("key=1 first", "key=1 second");
  }

  @Test
  void messageIsGivenUpAfterSixTriesAndTheNextOneSent() throws Exception {
    for (int time = 0; time < 6; time++) {
      statuses.add(500);
    }
    try (AlertWebhook webhook = new AlertWebhook(address(), A_MOMENT)) {
      webhook.send("first");
      webhook.send("second");
      Eventually.wait(PATIENCE, "the second", () -> taken.contains("key=1 second"));
    }
    assertThat(taken).hasSize(7);
  }

  @Test
  void whoeverSendsToNobodyNeverWaits() {
    try (AlertWebhook webhook = new AlertWebhook(WebhookAddress.of("http://127.0.0.1:1/hook"))) {
      for (int message = 0; message < 1_000; message++) {
        webhook.send("message " + message);
      }
    }
    assertThat(taken).isEmpty();
  }

  private WebhookAddress address() {
    return WebhookAddress.of(
        "http://127.0.0.1:%d/hook?key=1".formatted(server.getAddress().getPort()));
  }
}
