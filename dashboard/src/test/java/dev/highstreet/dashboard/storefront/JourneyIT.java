package dev.highstreet.dashboard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.intake.KafkaTill;
import dev.highstreet.dashboard.intake.Receipt;
import dev.highstreet.dashboard.intake.Trace;
import dev.highstreet.dashboard.intake.TracedTill;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders really sent to Kafka; what the job would write is written by the test. */
class JourneyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private InventedShop shop;
  private Database database;
  private KafkaTill kafka;
  private TracedTill till;
  private Journeys journeys;

  @BeforeEach
  void open() throws Exception {
    POSTGRES.emptyTables();
    KAFKA.emptyTopics();
    shop = InventedShop.empty(POSTGRES);
    shop.startRun();
    shop.trade(LocalDate.of(2011, 3, 1), 1, 5, 20);
    database = Database.open(shop.url(), "highstreet_reader", "");
    kafka = new KafkaTill(KAFKA.bootstrapServers(), database, Clock.systemUTC());
    till = new TracedTill(kafka, KAFKA.bootstrapServers(), Clock.systemUTC());
    journeys = new Journeys(till.traces(), new JourneyQuery(database), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    till.close();
    kafka.close();
    database.close();
  }

  @Test
  void orderIsReadBackFromKafkaAfterItWasSent() throws Exception {
    Receipt first = till.order(basket());
    Receipt second = till.order(basket());

    for (Receipt receipt : List.of(first, second)) {
      Trace trace = readBack(receipt.orderId());
      assertThat(trace.sighting().orElseThrow().at()).isAfterOrEqualTo(trace.sent());
      assertThat(trace.taken()).isAfterOrEqualTo(trace.sent());
    }
    assertThat(journeys.of(first.orderId()).orElseThrow().accepted()).isEmpty();
    assertThat(stations(first.orderId()))
        .containsExactly("Sent", "In Kafka", "Accepted …", "In the marts …", "On the dashboard …");
  }

  @Test
  void stationsAreReachedAsTheirRowsAreWritten() throws Exception {
    String id = till.order(basket()).orderId();
    Trace.Sighting place = readBack(id).sighting().orElseThrow();

    accept(id, place);
    assertThat(stations(id))
        .containsExactly("Sent", "In Kafka", "Accepted", "In the marts …", "On the dashboard …");

    // one of its two products is not enough
    book("P-0003");
    assertThat(journeys.of(id).orElseThrow().booked()).isEmpty();
    book("P-0007");
    assertThat(stations(id))
        .containsExactly("Sent", "In Kafka", "Accepted", "In the marts", "On the dashboard …");
    assertThat(journeys.of(id).orElseThrow().shown()).isEmpty();

    Journey shown = journeys.shown(id).orElseThrow();
    assertThat(shown.shown()).isPresent();
    assertThat(shown.after(shown.booked().orElseThrow())).isPresent();
    assertThat(new OrderView(shown, format()).sentence()).startsWith("In the marts ");
  }

  @Test
  void whatWasSeenFirstStays() throws Exception {
    String id = till.order(basket()).orderId();
    accept(id, readBack(id).sighting().orElseThrow());
    book("P-0003");
    book("P-0007");
    Journey first = journeys.shown(id).orElseThrow();

    book("P-0003");

    assertThat(journeys.shown(id)).hasValue(first);
  }

  @Test
  void quarantinedOrderLeavesItsJourneyWithTheReason() throws Exception {
    String id = till.order(basket()).orderId();
    Trace.Sighting place = readBack(id).sighting().orElseThrow();
    shop.execute(
        """
        INSERT INTO ops.dead_letters (topic, partition, "offset", line, stage, reason, detail, record_time, run_id, updated_at)
        VALUES ('highstreet.orders', %d, %d, 0, 'ENRICH', 'UNKNOWN_STORE', 'no store S-WEB', now(), 1, now())
        """
            .formatted(place.partition(), place.offset()));

    assertThat(stations(id)).containsExactly("Sent", "In Kafka", "Quarantined");
    assertThat(new OrderView(journeys.of(id).orElseThrow(), format()).stations().get(2).words())
        .isEqualTo("UNKNOWN_STORE: no store S-WEB");
  }

  @Test
  void lateOrderLeavesItsJourneyForTheLateEvents() throws Exception {
    String id = till.order(basket()).orderId();
    Trace.Sighting place = readBack(id).sighting().orElseThrow();
    shop.execute(
        """
        INSERT INTO ops.late_events (topic, partition, "offset", kind, event_id, occurred_at, received_at, day, bytes, run_id, updated_at)
        VALUES ('highstreet.orders', %d, %d, 'BEHIND', gen_random_uuid(), now(), now(), '2011-03-01', '', 1, now())
        """
            .formatted(place.partition(), place.offset()));

    assertThat(stations(id)).containsExactly("Sent", "In Kafka", "Set aside");
  }

  @Test
  void orderThatNobodyKnowsHasNoJourney() {
    assertThat(journeys.of("none")).isEmpty();
  }

  private Trace readBack(String orderId) throws Exception {
    Eventually.wait(
        PATIENCE,
        "order " + orderId + " to be read back",
        () -> till.traces().of(orderId).flatMap(Trace::sighting).isPresent());
    return till.traces().of(orderId).orElseThrow();
  }

  private List<String> stations(String id) {
    return new OrderView(journeys.of(id).orElseThrow(), format())
        .stations().stream()
            .map(station -> station.name() + (station.look().equals("ahead") ? " …" : ""))
            .toList();
  }

  private void accept(String id, Trace.Sighting place) {
    shop.execute(
        """
        INSERT INTO core.orders
        SELECT '%s', gen_random_uuid(), NULL, store_id, NULL, now(), now(), current_date, 2, 0, 3, 1, 0, 1,
               1, 0, 0, NULL, 'CARD', NULL, NULL, NULL, 'highstreet.orders', %d, %d, 1, now()
        FROM core.orders LIMIT 1;
        INSERT INTO core.order_lines
        SELECT '%s', n, product_id, 1, category, n, list_price, 0, NULL, 1, 1, 1, 1, now()
        FROM (VALUES ('P-0003', 1), ('P-0007', 2)) AS l (product_id, n) JOIN core.products USING (product_id)
        """
            .formatted(id, place.partition(), place.offset(), id));
  }

  private void book(String product) {
    shop.execute(
        """
        DELETE FROM mart.daily_sales_by_product WHERE day = current_date AND product_id = '%s';
        INSERT INTO mart.daily_sales_by_product
        VALUES (current_date, '%s', 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 1, clock_timestamp())
        """
            .formatted(product, product));
  }

  private static Format format() {
    return new Format(ZoneId.of("Europe/London"));
  }

  private static Basket basket() {
    return new Basket(
        List.of(new Basket.Line("P-0003", 1), new Basket.Line("P-0007", 2)),
        Optional.empty(),
        Optional.empty(),
        "CARD",
        "",
        "");
  }
}
