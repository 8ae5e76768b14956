package dev.highstreet.dashboard.webhook;

import dev.highstreet.dashboard.access.Access;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.SigningSecret;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.Attention;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.ErrorPages;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Shell;
import dev.highstreet.dashboard.shell.Templates;
import io.javalin.Javalin;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/** The webhook on a server of its own, with a clock and a till of the test's. */
final class WebhookServer implements AutoCloseable {
  static final SigningSecret SECRET = SigningSecret.of("what both sides know, and nobody else");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Database database;
  private final Access access;
  private final Webhook webhook;
  private final Javalin server;

  WebhookServer(
      String url, String user, Optional<SigningSecret> secret, Optional<Till> till, Clock clock) {
    database = Database.open(url, user, "");
    Shell shell =
        new Shell(
            database,
            new Format(ZoneOffset.UTC),
            clock,
            new Templates(),
            URI.create("http://127.0.0.1:1"),
            () -> false,
            () -> Attention.NONE);
    AccessRules rules = new AccessRules(Optional.empty(), Optional.empty(), true, secret);
    access = new Access(rules, shell, url, user, "");
    webhook = new Webhook(secret, access.changes(), () -> till, clock, url, user, "");
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.http.maxRequestSize = 1 << 20;
                  config.registerPlugin(new RateLimitPlugin(limits -> {}));
                  access.serve(config.routes);
                  webhook.serve(config.routes);
                  new ErrorPages(shell).serve(config.routes);
                })
            .start("127.0.0.1", 0);
  }

  /** Sends a body with its signature. */
  HttpResponse<String> send(String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send(bytes, SECRET.sign(bytes), headers);
  }

  /** Sends a body with any signature. */
  HttpResponse<String> send(byte[] body, String signature, String... headers) {
    return send(BodyPublishers.ofByteArray(body), signature, headers);
  }

  /** Sends what comes. */
  HttpResponse<String> send(BodyPublisher body, String signature, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + Webhook.PATH))
            .header("Content-Type", "application/json")
            .header(Webhook.SIGNATURE, signature)
            .POST(body);
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
    webhook.close();
    access.close();
    database.close();
  }
}
