package dev.highstreet.cli.send;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.access.SigningSecret;
import dev.highstreet.dashboard.webhook.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Sends a delivery once, signed as of now, and tells what came of it. */
final class HttpSender {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(20);
  private static final int MOST_READ = 64 << 10;
  private static final int MOST_SHOWN = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Target target;
  private final SigningSecret secret;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * To one receiver.
   *
   * @param clock for the timestamp, which the receiver compares with its own
   */
  HttpSender(Target target, SigningSecret secret, Clock clock) {
    this.target = requireNonNull(target, "target is null");
    this.secret = requireNonNull(secret, "secret is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * What came of an attempt.
   *
   * @param status of the answer; 0 if there was none
   * @param reason in words, where it was not accepted
   * @param retryAfter how long the receiver wants to be left alone
   * @param arrived whether the receiver may have had it
   */
  record Answer(int status, String reason, Optional<Duration> retryAfter, boolean arrived) {
    private static final int TOO_MANY = 429;

    Answer {
      requireNonNull(reason, "reason is null");
      requireNonNull(retryAfter, "retryAfter is null");
    }

    boolean isAccepted() {
      return status / 100 == 2;
    }

    /** Whether the same may be accepted later. */
    boolean isPutOff() {
      return status == 0 || status == TOO_MANY || status / 100 == 5;
    }

    /** Whether the receiver has a delivery of this id already. */
    boolean isTakenBefore() {
      return status == 409;
    }
  }

  /** Sends a delivery, and waits for its answer for 20 s. */
  Answer send(String id, List<ObjectNode> transactions) throws InterruptedException {
    String timestamp = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    ObjectNode delivery = JSON.createObjectNode().put("id", id).put("timestamp", timestamp);
    delivery.putArray("transactions").addAll(transactions);
    byte[] body = delivery.toString().getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(target.webhook())
            .timeout(TO_ANSWER)
            .header("Content-Type", "application/json")
            .header("User-Agent", "highstreet-send")
            .header("X-Id", id)
            .header("X-Timestamp", timestamp)
            .header(Webhook.SIGNATURE, secret.sign(body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return answer(client.send(request, BodyHandlers.ofInputStream()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Answer(
          0, "%s does not answer".formatted(target.webhook()), Optional.empty(), false);
    } catch (IOException e) {
      return new Answer(0, "the connection broke (%s)".formatted(words(e)), Optional.empty(), true);
    }
  }

  private Answer answer(HttpResponse<InputStream> response) throws IOException {
    Instant now = clock.instant();
    Optional<Duration> retryAfter =
        response.headers().firstValue("Retry-After").flatMap(text -> Backoff.asked(text, now));
    try (InputStream body = response.body()) {
      String text = new String(body.readNBytes(MOST_READ), StandardCharsets.UTF_8);
      int status = response.statusCode();
      return new Answer(
          status, "%d %s".formatted(status, reason(text)).strip(), retryAfter, status != 429);
    }
  }

  /** The detail of a problem document (RFC 9457), or nothing. */
  private static String reason(String body) {
    try {
      JsonNode problem = JSON.readTree(body);
      String title = problem.path("title").asText("");
      String detail = problem.path("detail").asText("");
      return shown(title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail);
    } catch (IOException e) {
      return "";
    }
  }

  private static String words(IOException e) {
    return shown(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }

  /** What others say does not steer a terminal. */
  private static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]+", " ");
    return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) + "…" : plain;
  }
}
