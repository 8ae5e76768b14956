package dev.highstreet.cli.send;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.highstreet.dashboard.access.SigningSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Somebody else's webhook: answers as it is told, and keeps what it was sent. */
public final class Receiver implements AutoCloseable {
  /** What it knows senders by. */
  public static final String SECRET = "what both sides know, and nobody else";

  /** What it answers with; a status of 0 breaks the connection. */
  record Reply(int status, String retryAfter, String body) {}

  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<Boolean> signed = new ArrayList<>();
  private final HttpServer server;
  private String products = "";

  /** Listens on any free port. */
  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hook", this::take);
    server.createContext("/api/products", exchange -> tell(exchange, products));
    server.createContext(
        "/api/stores",
        exchange ->
            tell(
                exchange,
                "{\"stores\":[{\"storeId\":\"S1\",\"type\":\"SHOP\"},{\"storeId\":\"W1\",\"type\":\"WEBSITE\"}]}"));
    server.start();
  }

  /** Where it takes deliveries. */
  public String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  /** Answers so next; when nothing is left, with 202. */
  synchronized void reply(int status, String retryAfter, String body) {
    replies.add(new Reply(status, retryAfter, body));
  }

  synchronized void sells(String json) {
    products = json;
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    bodies.add(new String(body, StandardCharsets.UTF_8));
    String signature = exchange.getRequestHeaders().getFirst("X-Signature");
    signed.add(SigningSecret.of(SECRET).signed(body, signature));
    Reply reply = replies.isEmpty() ? new Reply(202, "", "") : replies.remove();
    if (reply.status() == 0) {
      exchange.close();
      return;
    }
    if (!reply.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
    }
    answer(exchange, reply.status(), reply.body());
  }

  private static void tell(HttpExchange exchange, String json) throws IOException {
    answer(exchange, json.isEmpty() ? 404 : 200, json);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** What was sent, in turn. */
  public synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** Whether each was signed rightly. */
  synchronized List<Boolean> signed() {
    return List.copyOf(signed);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
