package dev.highstreet.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Stream;

/** A running dashboard, asked over HTTP. */
public final class Browserless implements AutoCloseable {
  /** Nobody listens on port 1: what is there does not answer. */
  public static final String SILENT_DATABASE = "jdbc:postgresql://127.0.0.1:1/highstreet";

  private final Dashboard dashboard;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Browserless(Dashboard dashboard) {
    this.dashboard = dashboard;
    this.port = dashboard.port();
  }

  /** Reads this database, on any free port; Kafka and Flink do not answer. */
  public static Browserless on(String databaseUrl) {
    return on(databaseUrl, 0);
  }

  /** The same on a certain port. */
  public static Browserless on(String databaseUrl, int port) {
    return new Browserless(
        Dashboard.start(
            new DashboardConfig(
                "127.0.0.1",
                port,
                databaseUrl,
                "highstreet_reader",
                "",
                "127.0.0.1:1",
                URI.create("http://127.0.0.1:1"),
                ZoneId.of("Europe/London"))));
  }

  /** Where it answers. */
  public int port() {
    return port;
  }

  /** A page's whole address. */
  public String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  HttpResponse<String> get(String address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Opens the event stream; the body is read line by line as it comes. */
  HttpResponse<Stream<String>> listen(String address) {
    return send(
        HttpRequest.newBuilder(uri(address)).header("Accept", "text/event-stream").build(),
        HttpResponse.BodyHandlers.ofLines());
  }

  private URI uri(String address) {
    return URI.create(address(address));
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    dashboard.close();
  }
}
