package dev.highstreet.dashboard.flink;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server on a port of its own that answers as a Flink cluster would, in words that are given. */
public final class AnsweringFlink implements AutoCloseable {
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile int status = 200;

  /** A cluster without jobs. */
  public AnsweringFlink() {
    answer("/jobs/overview", "{\"jobs\":[]}");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          String answer = answers.get(exchange.getRequestURI().toString());
          byte[] body = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** What it says to a request, from its path on; whatever it was not told is not found. */
  public void answer(String path, String json) {
    answers.put(path, json);
  }

  /** It has one live job, in a state, with a checkpoint a minute ago and one that failed before. */
  public void runsSales(String state, long now) {
    answer(
        "/jobs/overview",
        """
        {"jobs":[{"jid":"a1","name":"Sales marts, live (run 1)","state":"%s","start-time":%d,
                  "tasks":{"total":19,"running":19}}]}
        """
            .formatted(state, now - 3_600_000));
    answer("/jobs/a1", "{\"vertices\":[]}");
    answer(
        "/jobs/a1/metrics?get=numRestarts,uptime",
        "[{\"id\":\"numRestarts\",\"value\":\"2\"},{\"id\":\"uptime\",\"value\":\"600000\"}]");
    checkpoints(now - 60_000, now - 120_000);
  }

  /** When the newest checkpoint was completed, and when one failed. */
  public void checkpoints(long completedAt, long failedAt) {
    answer(
        "/jobs/a1/checkpoints",
        """
        {"counts":{"completed":41,"failed":1},
         "latest":{"completed":{"latest_ack_timestamp":%d,"end_to_end_duration":850,"state_size":12500000},
                   "failed":{"failure_timestamp":%d,"failure_message":"Checkpoint expired before completing."},
                   "savepoint":null}}
        """
            .formatted(completedAt, failedAt));
  }

  /** From now on it answers everything with this status. */
  public void status(int code) {
    status = code;
  }

  /** Its REST interface. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
