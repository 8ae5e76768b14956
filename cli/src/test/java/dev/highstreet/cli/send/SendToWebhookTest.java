package dev.highstreet.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.Ran;
import dev.highstreet.dashboard.access.Access;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.SigningSecret;
import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.intake.Receipt;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.Attention;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.ErrorPages;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import dev.highstreet.dashboard.shell.Templates;
import dev.highstreet.dashboard.webhook.Webhook;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import io.javalin.Javalin;
import io.javalin.http.HttpStatus;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code send} sends, Highstreet's own webhook takes. */
class SendToWebhookTest implements Till {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final List<OrderPlaced> taken = new ArrayList<>();
  private boolean closed;
  private Database database;
  private Access access;
  private Webhook webhook;
  private Javalin server;

  @BeforeEach
  void start() {
    Optional<SigningSecret> secret = Optional.of(SigningSecret.of(Receiver.SECRET));
    String url = POSTGRES.url();
    database = Database.open(url, Roles.READER, "");
    Clock clock = Clock.systemUTC();
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
    access = new Access(rules, shell, url, Roles.READER, "");
    webhook =
        new Webhook(
            secret, access.changes(), () -> Optional.of(this), clock, url, Roles.READER, "");
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.registerPlugin(new RateLimitPlugin(limits -> {}));
                  access.serve(config.routes);
                  webhook.serve(config.routes);
                  new ErrorPages(shell).serve(config.routes);
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
    webhook.close();
    access.close();
    database.close();
  }

  @Test
  void everyTransactionIsTakenOnceAlsoIfTheTillIsShutAtFirst() {
    closed = true;

    Ran ran =
        Ran.highstreet(
            Map.of("HIGHSTREET_WEBHOOK_SECRET", Receiver.SECRET),
            Ran.AMPLE,
            "send",
            "--url",
            "http://127.0.0.1:" + server.port(),
            "--count",
            "25",
            "--batch",
            "10",
            "--json");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("attempt 1: 503 Shut: The till is shut");
    assertThat(ran.out()).contains("\"accepted\":25").contains("\"attempts\":4");
    assertThat(taken).hasSize(25);
    assertThat(new HashSet<>(taken.stream().map(OrderPlaced::getOrderId).toList())).hasSize(25);
  }

  @Override
  public synchronized List<Receipt> take(List<OrderPlaced> orders) {
    if (closed) {
      closed = false;
      throw new RequestProblem(HttpStatus.SERVICE_UNAVAILABLE, "Shut", "The till is shut.");
    }
    taken.addAll(orders);
    return orders.stream()
        .map(order -> new Receipt(order.getOrderId(), order.getOccurredAt(), List.of(), 0, 0))
        .toList();
  }

  @Override
  public Receipt order(Basket basket) {
    throw new UnsupportedOperationException("a webhook sends whole orders");
  }

  @Override
  public void revise(List<ProductRevised> products, List<StoreRevised> stores) {
    throw new UnsupportedOperationException("whole orders are what is sent");
  }

  @Override
  public Map<String, Long> available(List<String> productIds) {
    return Map.of();
  }
}
