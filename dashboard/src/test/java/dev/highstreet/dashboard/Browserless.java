package dev.highstreet.dashboard;

import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.uploads.UploadPlaces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A running dashboard, asked over HTTP. */
public final class Browserless implements AutoCloseable {
  /** Nobody listens on port 1: what is there does not answer. */
  public static final String SILENT_DATABASE = "jdbc:postgresql://127.0.0.1:1/highstreet";

  /** Neither does such a Kafka. */
  public static final String SILENT_KAFKA = "127.0.0.1:1";

  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

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
    return on(databaseUrl, port, NOBODY, AccessRules.readOnly(), Operations.NONE);
  }

  /** The same for those who may. */
  public static Browserless on(String databaseUrl, AccessRules access) {
    return on(databaseUrl, 0, NOBODY, access, Operations.NONE);
  }

  /** With something behind the pages. */
  public static Browserless on(String databaseUrl, AccessRules access, Operations operations) {
    return on(databaseUrl, 0, NOBODY, access, operations);
  }

  /** The same with a Flink cluster. */
  public static Browserless on(String databaseUrl, URI flink) {
    return on(databaseUrl, 0, flink, AccessRules.readOnly(), Operations.NONE);
  }

  /** The same with something behind the pages, for those who may. */
  public static Browserless on(
      String databaseUrl, URI flink, AccessRules access, Operations operations) {
    return on(databaseUrl, 0, flink, access, operations);
  }

  /** With a folder into which files are dropped, and something behind the pages. */
  public static Browserless receiving(
      String databaseUrl, AccessRules access, Operations operations, Path uploads) {
    return receiving(databaseUrl, access, operations, new UploadPlaces(uploads, Optional.empty()));
  }

  /** The same with a bucket that feeds the folder. */
  public static Browserless receiving(
      String databaseUrl, AccessRules access, Operations operations, UploadPlaces uploads) {
    return on(databaseUrl, 0, NOBODY, access, operations, SILENT_KAFKA, Optional.of(uploads));
  }

  /** With a Kafka, at {@code HOST:PORT}, to which orders go as they are, for those who may. */
  public static Browserless selling(String databaseUrl, AccessRules access, String kafka) {
    return on(databaseUrl, 0, NOBODY, access, Operations.SERVERS_ALONE, kafka, Optional.empty());
  }

  /** With all there is. */
  public static Browserless on(
      String databaseUrl, URI flink, AccessRules access, Operations operations, String kafka) {
    return on(databaseUrl, 0, flink, access, operations, kafka, Optional.empty());
  }

  private static Browserless on(
      String databaseUrl, int port, URI flink, AccessRules access, Operations operations) {
    return on(databaseUrl, port, flink, access, operations, SILENT_KAFKA, Optional.empty());
  }

  private static Browserless on(
      String databaseUrl,
      int port,
      URI flink,
      AccessRules access,
      Operations operations,
      String kafka,
      Optional<UploadPlaces> uploads) {
    return new Browserless(
        Dashboard.start(
            new DashboardConfig(
                "127.0.0.1",
                port,
                databaseUrl,
                "highstreet_reader",
                "",
                kafka,
                flink,
                ZoneId.of("Europe/London"),
                access,
                Optional.empty(),
                uploads),
            () -> operations));
  }

  /** Where it answers. */
  public int port() {
    return port;
  }

  /** A page's whole address. */
  public String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** Asks for a page, with these headers: names and values in turn. */
  public HttpResponse<String> get(String address, String... headers) {
    return ask("GET", address, "", headers);
  }

  /** Posts a form, such as {@code a=1&b=2}. */
  public HttpResponse<String> post(String address, String form, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/x-www-form-urlencoded";
    return ask("POST", address, form, all);
  }

  /** Asks in any way there is. */
  public HttpResponse<String> ask(String method, String address, String body, String... headers) {
    return ask(method, address, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** The same with a body of any bytes. */
  public HttpResponse<String> ask(String method, String address, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(address))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Begins to load a file; its bytes are read as they come. */
  public InputStream download(String address) {
    return send(
            HttpRequest.newBuilder(uri(address)).build(), HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  /** The routes there are, as {@code METHOD /path}. */
  public List<String> routes() {
    return dashboard.routes();
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
