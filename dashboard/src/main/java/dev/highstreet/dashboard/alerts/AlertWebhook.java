package dev.highstreet.dashboard.alerts;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts messages to an address, one after the other, on a thread of its own: whoever hands one over
 * never waits. A message that is not taken is sent again after 1, 2, 4, … seconds, six times in
 * all; what comes while a hundred wait is left out, and the log says so. Of the address the log has
 * the host alone: the rest may be a secret.
 */
final class AlertWebhook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWebhook.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TRIES = 6;
  private static final int MOST_WAITING = 100;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;

  private final WebhookAddress address;
  private final Duration firstPause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread sender = new Thread(this::sendAll, "dashboard-alerts-webhook");

  /** Starts its thread. */
  AlertWebhook(WebhookAddress address) {
    this(address, Duration.ofSeconds(1));
  }

  /**
   * Starts its thread.
   *
   * @param firstPause before a message is sent again; each further pause is twice as long
   */
  AlertWebhook(WebhookAddress address, Duration firstPause) {
    this.address = requireNonNull(address, "address is null");
    this.firstPause = requireNonNull(firstPause, "firstPause is null");
    sender.setDaemon(true);
    sender.start();
  }

  /** Puts a message in line. */
  void send(String json) {
    if (!waiting.offer(requireNonNull(json, "json is null"))) {
      LOG.warn("{} alerts wait for {}: the newest is left out", MOST_WAITING, host());
    }
  }

  private void sendAll() {
    try {
      while (closed.getCount() > 0) {
        String next = waiting.poll(1, TimeUnit.SECONDS);
        if (next != null) {
          deliver(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(String json) throws InterruptedException {
    Duration pause = firstPause;
    for (int attempt = 1; ; attempt++) {
      Answer answer = post(json);
      if (answer.taken()) {
        return;
      }
      if (!answer.worthAnother() || attempt == TRIES) {
        LOG.warn("{} did not take an alert: {}, in {} tries", host(), answer.words(), attempt);
        return;
      }
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      pause = pause.multipliedBy(2);
    }
  }

  /** What became of a message. */
  private record Answer(boolean taken, boolean worthAnother, String words) {}

  private Answer post(String json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.uri())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", "highstreet")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return new Answer(
          status / 100 == 2,
          status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT,
          "it answered with status " + status);
    } catch (IOException e) {
      // its message may quote the address
      return new Answer(false, true, e.getClass().getSimpleName());
    }
  }

  private String host() {
    return address.host();
  }

  @Override
  public void close() {
    closed.countDown();
    sender.interrupt();
  }
}
