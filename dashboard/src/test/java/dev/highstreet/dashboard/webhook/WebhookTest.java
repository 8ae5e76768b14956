package dev.highstreet.dashboard.webhook;

import static dev.highstreet.dashboard.webhook.Bodies.cups;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.access.SigningSecret;
import dev.highstreet.dashboard.intake.OpenTill;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.SettableClock;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import io.javalin.http.HttpStatus;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final SettableClock clock = new SettableClock();
  private final OpenTill till = new OpenTill();
  private WebhookServer server;

  @BeforeEach
  void start() {
    InventedShop.empty(POSTGRES).execute("TRUNCATE ops.audit, ops.webhook_deliveries");
    server = begin(Optional.of(WebhookServer.SECRET));
  }

  private WebhookServer begin(Optional<SigningSecret> secret) {
    return new WebhookServer(POSTGRES.url(), Roles.READER, secret, Optional.of(till), clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String delivery(String id, String... transactions) {
    return Bodies.delivery(id, clock.instant(), transactions);
  }

  @Test
  void signedDeliveryIsTaken() {
    HttpResponse<String> answer = server.send(delivery("d-1", cups("A-1")));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"id":"d-1","transactions":[{"orderId":"A-1","occurredAt":"2025-12-01T09:30:00Z","total":"5"}]}""");
    assertThat(till.ids()).containsExactly("A-1");
    assertThat(
            rows("SELECT actor || ' ' || target || ' ' || outcome || ' ' || detail", "ops.audit"))
        .containsExactlyInAnyOrder(
            "webhook /webhooks/transactions ASKED ", "webhook delivery d-1 DONE 1 transactions");
    assertThat(rows("SELECT delivery_id || ' ' || transactions", "ops.webhook_deliveries"))
        .containsExactly("d-1 1");
  }

  @Test
  void everyFieldReachesTheTillAsItWasWritten() {
    HttpResponse<String> answer =
        server.send(
            delivery(
                "d-1",
                """
                {"orderId": "O'Brien <script>", "occurredAt": "2025-12-01T10:15:30.5+01:00", "customerId": "17850", "storeId": "WEB",
                 "lines": [{"productId": "CUP", "productRevision": 3, "quantity": 3, "unitPrice": 0.1, "discount": "0.000001", "promotionId": "X"}],
                 "shippingFee": "4.99", "taxIncluded": 0.05, "reportedTotal": "0.30", "paymentMethod": "WALLET",
                 "ipAddress": "2001:db8::1", "userAgent": "till/2 ☕"}"""));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    OrderPlaced order = till.orders().get(0);
    assertThat(order.getOrderId()).isEqualTo("O'Brien <script>");
    assertThat(order.getOccurredAt()).isEqualTo(Instant.parse("2025-12-01T09:15:30.500Z"));
    assertThat(order.getCustomerId()).isEqualTo("17850");
    assertThat(order.getShippingFeeMicros()).isEqualTo(4_990_000);
    assertThat(order.getTaxIncludedMicros()).isEqualTo(50_000);
    assertThat(order.getReportedTotalMicros()).isEqualTo(300_000);
    assertThat(order.getPaymentMethod()).hasToString("WALLET");
    assertThat(order.getIpAddress()).isEqualTo("2001:db8::1");
    assertThat(order.getUserAgent()).isEqualTo("till/2 ☕");
    assertThat(order.getLines().get(0).getProductRevision()).isEqualTo(3);
    assertThat(order.getLines().get(0).getUnitPriceMicros()).isEqualTo(100_000);
    assertThat(order.getLines().get(0).getDiscountMicros()).isEqualTo(1);
    assertThat(order.getLines().get(0).getPromotionId()).isEqualTo("X");
  }

  @Test
  void thousandTransactionsAreTakenAtOnce() {
    String[] thousand =
        IntStream.range(0, 1_000).mapToObj(i -> cups("A-" + i)).toArray(String[]::new);

    assertThat(server.send(delivery("d-1", thousand)).statusCode()).isEqualTo(202);
    assertThat(till.ids()).hasSize(1_000);
  }

  @Test
  void idThatWasSeenIsRefusedAlsoAfterARestartAndByAnotherDashboard() {
    assertThat(server.send(delivery("d-1", cups("A-1"))).statusCode()).isEqualTo(202);
    assertThat(server.send(delivery("d-1", cups("A-2"))).statusCode()).isEqualTo(409);
    try (WebhookServer other = begin(Optional.of(WebhookServer.SECRET))) {
      assertThat(other.send(delivery("d-1", cups("A-2"))).statusCode()).isEqualTo(409);
    }
    server.close();
    server = begin(Optional.of(WebhookServer.SECRET));

    HttpResponse<String> again = server.send(delivery("d-1", cups("A-2")));

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("d-1 was taken");
    assertThat(till.ids()).containsExactly("A-1");
  }

  @Test
  void deliveryThatFailedHalfWayMayComeAgain() {
    till.beforeTaking(
        () -> {
          throw new RequestProblem(HttpStatus.SERVICE_UNAVAILABLE, "Kafka is silent", "Wait.");
        });
    HttpResponse<String> failed = server.send(delivery("d-1", cups("A-1")));

    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(failed.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(server.send(delivery("d-1", cups("A-1"))).statusCode()).isEqualTo(202);
    assertThat(till.ids()).containsExactly("A-1");
  }

  @Test
  void deliveryThatLosesItsDatabaseMayComeAgainAndCountsOnce() {
    till.beforeTaking(WebhookTest::endConnections);

    assertThat(server.send(delivery("d-1", cups("A-1"))).statusCode()).isEqualTo(503);
    assertThat(server.send(delivery("d-1", cups("A-1"))).statusCode()).isEqualTo(202);
    assertThat(till.ids()).containsExactly("A-1");
  }

  @Test
  void whileADeliveryIsBeingTakenTheSameIsPutOff() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    till.beforeTaking(
        () -> {
          begun.countDown();
          await(goOn);
        });
    try (WebhookServer other = begin(Optional.of(WebhookServer.SECRET))) {
      CompletableFuture<HttpResponse<String>> first =
          CompletableFuture.supplyAsync(() -> server.send(delivery("d-1", cups("A-1"))));
      begun.await();
      HttpResponse<String> second = other.send(delivery("d-1", cups("A-2")));
      goOn.countDown();

      assertThat(second.statusCode()).as(second.body()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(first.join().statusCode()).isEqualTo(202);
      assertThat(other.send(delivery("d-1", cups("A-2"))).statusCode()).isEqualTo(409);
    }
    assertThat(till.ids()).containsExactly("A-1");
  }

  @Test
  void oneTransactionAtFaultRefusesTheWholeDelivery() {
    String unknown = Bodies.cupsWith("productId", "\"TEAPOT\"").replace("A-1", "A-2");
    HttpResponse<String> refused = server.send(delivery("d-1", cups("A-1"), unknown));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"transactions[1].lines[0].productId\"");
    assertThat(till.ids()).isEmpty();
    assertThat(server.send(delivery("d-1", cups("A-1"))).statusCode()).isEqualTo(202);
  }

  @Test
  void clocksMayDifferByFiveMinutes() {
    Instant signed = clock.instant();
    clock.advance(Duration.ofMinutes(5));
    assertThat(server.send(Bodies.delivery("d-1", signed, cups("A-1"))).statusCode())
        .isEqualTo(202);

    clock.advance(Duration.ofSeconds(1));
    HttpResponse<String> old = server.send(Bodies.delivery("d-2", signed, cups("A-2")));
    assertThat(old.statusCode()).isEqualTo(400);
    assertThat(old.body()).contains("\"field\":\"timestamp\"").contains("within 5 minutes");

    Instant early = clock.instant().plusSeconds(301);
    assertThat(server.send(Bodies.delivery("d-3", early, cups("A-3"))).statusCode()).isEqualTo(400);
    assertThat(till.ids()).containsExactly("A-1");
  }

  @Test
  void withoutASecretOrATillItSaysWhatIsMissing() {
    try (WebhookServer closed = begin(Optional.empty())) {
      HttpResponse<String> answer = closed.send(delivery("d-1", cups("A-1")));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("set HIGHSTREET_WEBHOOK_SECRET");
    }
    try (WebhookServer tillless =
        new WebhookServer(
            POSTGRES.url(),
            Roles.READER,
            Optional.of(WebhookServer.SECRET),
            Optional.empty(),
            clock)) {
      HttpResponse<String> answer = tillless.send(delivery("d-1", cups("A-1")));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("No till is open");
    }
    assertThat(server.send(delivery("d-1", cups("A-1"))).statusCode()).isEqualTo(202);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void endConnections() {
    rows(
        "SELECT pg_terminate_backend(pid)::text",
        "pg_stat_activity WHERE application_name = 'highstreet-dashboard-webhook' AND datname = current_database()");
  }

  private static List<String> rows(String select, String from) {
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection();
        ResultSet row = connection.createStatement().executeQuery(select + " FROM " + from)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
