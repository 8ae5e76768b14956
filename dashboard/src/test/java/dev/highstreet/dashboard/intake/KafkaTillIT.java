package dev.highstreet.dashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.SettableClock;
import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaTillIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private final SettableClock clock = new SettableClock();
  private Database database;
  private KafkaTill till;

  @BeforeEach
  void open() throws Exception {
    POSTGRES.emptyTables();
    KAFKA.emptyTopics();
    InventedShop shop = InventedShop.empty(POSTGRES);
    shop.startRun();
    shop.trade(LocalDate.of(2011, 3, 1), 1, 5, 20);
    shop.execute("UPDATE core.products SET active = false WHERE product_id = 'P-0005'");
    database = Database.open(shop.url(), "highstreet_reader", "");
    till = new KafkaTill(KAFKA.bootstrapServers(), database, clock);
  }

  @AfterEach
  void close() {
    till.close();
    database.close();
  }

  @Test
  void orderIsInKafkaAtTheShopsPricesBeforeItsBuyerIsTold() throws Exception {
    Receipt receipt = till.order(basket(line("P-0003", 2), line("P-0007", 1)));

    List<ConsumerRecord<byte[], byte[]>> records = records();
    assertThat(records).hasSize(1);
    OrderPlaced order = (OrderPlaced) new EventDecoder().decode(records.get(0).value());
    assertThat(order.getOrderId()).isEqualTo(receipt.orderId());
    assertThat(records.get(0).key()).asString().isEqualTo(receipt.orderId());
    assertThat(records.get(0).timestamp()).isEqualTo(clock.millis());
    assertThat(order.getOccurredAt()).isEqualTo(clock.instant());
    assertThat(order.getReceivedAt()).isEqualTo(clock.instant());
    assertThat(order.getStoreId()).isEqualTo("S-WEB");
    assertThat(order.getReportedTotalMicros()).isEqualTo(receipt.totalMicros());
    assertThat(order.getLines())
        .extracting(OrderLine::getUnitPriceMicros)
        .containsExactly(6_250_000L, 11_250_000L);
    assertThat(receipt.totalMicros()).isEqualTo(23_750_000L);
    assertThat(receipt.lines()).extracting(Receipt.Line::name).contains("Tin robot no. 7");
  }

  @Test
  void everyLineAtFaultIsNamedAndNothingIsSent() {
    RequestProblem refused =
        refused(
            () ->
                till.order(
                    basket(
                        line("P-0003", 1),
                        line("P-9999", 1),
                        line("P-0005", 1),
                        line("P-0007", 0))));

    assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.fields())
        .extracting(FieldProblem::field)
        .containsExactly("lines[1].productId", "lines[2].productId", "lines[3].quantity");
    assertThat(records()).isEmpty();
  }

  @Test
  void revisionsAreNumberedAfterWhatIsKnownAndWhatWasSentSince() throws Exception {
    ProductRevised teapot = product("X-1", "Teapot", 1_000_000);
    till.revise(List.of(teapot, product("X-2", "Cup", 1_000_000)), List.of(store(StoreType.SHOP)));
    till.revise(List.of(teapot), List.of(store(StoreType.SHOP))); // nothing new
    clock.advance(Duration.ofMinutes(1));
    till.revise(List.of(product("X-1", "Teapot", 2_000_000)), List.of());
    till.revise(List.of(product("P-0003", "Robot", 1)), List.of()); // which core.products has

    List<ProductRevised> sent = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records(Topic.PRODUCTS)) {
      sent.add((ProductRevised) new EventDecoder().decode(record.value()));
    }
    assertThat(sent)
        .extracting(one -> one.getProductId() + " " + one.getRevision())
        .containsExactlyInAnyOrder("X-1 1", "X-2 1", "X-1 2", "P-0003 2");
    assertThat(sent).extracting(ProductRevised::getEventId).doesNotHaveDuplicates();
    assertThat(records(Topic.STORES)).hasSize(1);
  }

  @Test
  void revisionOutOfTurnAndAStoreThatChangesItsTypeAreNamedAndNothingIsSent() {
    till.revise(List.of(), List.of(store(StoreType.SHOP)));
    ProductRevised third =
        ProductRevised.newBuilder(product("X-1", "Teapot", 1)).setRevision(3).build();

    RequestProblem refused =
        refused(
            () ->
                till.revise(
                    List.of(product("X-2", "Cup", 1), third),
                    List.of(store(StoreType.MARKETPLACE))));

    assertThat(refused.fields())
        .extracting(FieldProblem::field)
        .containsExactly("revisions[1].revision", "revisions[2].type");
    assertThat(records(Topic.PRODUCTS)).isEmpty();
  }

  private static ProductRevised product(String id, String name, long price) {
    return new ProductRevised(
        EventIdentity.none(),
        Instant.EPOCH,
        Instant.EPOCH,
        id,
        Till.NEWEST_REVISION,
        name,
        "Kitchen",
        null,
        null,
        price,
        price,
        false,
        true,
        Instant.EPOCH);
  }

  private static StoreRevised store(StoreType type) {
    return new StoreRevised(
        EventIdentity.none(),
        Instant.EPOCH,
        Instant.EPOCH,
        "X-BATH",
        Till.NEWEST_REVISION,
        "Bath",
        type,
        null,
        null,
        null,
        null,
        null,
        4.5,
        Till.WHEN_TAKEN);
  }

  @Test
  void storeThatIsNoneIsNamed() {
    Basket elsewhere =
        new Basket(
            List.of(line("P-0003", 1)), Optional.of("S-NOWHERE"), Optional.empty(), "CARD", "", "");

    assertThat(refused(() -> till.order(elsewhere)).fields())
        .extracting(FieldProblem::field)
        .containsExactly("storeId");
  }

  @Test
  void batchWithOneFaultSendsNothing() {
    OrderPlaced faulty = placed("A-2");
    faulty.getLines().get(0).put("quantity", -3);

    RequestProblem refused = refused(() -> till.take(List.of(placed("A-1"), faulty)));

    assertThat(refused.fields())
        .extracting(FieldProblem::field)
        .containsExactly("transactions[1].lines[0].quantity");
    assertThat(records()).isEmpty();
  }

  @Test
  void batchSentAgainIsTheSameEventsReceivedLater() throws Exception {
    List<OrderPlaced> batch = List.of(placed("A-1"), placed("A-2"), placed("A-3"));
    List<Receipt> receipts = till.take(batch);
    clock.advance(Duration.ofSeconds(7));
    till.take(batch);

    assertThat(receipts).extracting(Receipt::orderId).containsExactly("A-1", "A-2", "A-3");
    List<OrderPlaced> sent = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records()) {
      sent.add((OrderPlaced) new EventDecoder().decode(record.value()));
    }
    assertThat(sent).hasSize(6);
    // of a line that names no revision, the newest is meant
    assertThat(sent.get(0).getLines().get(0).getProductRevision()).isEqualTo(1);
    assertThat(sent.stream().map(OrderPlaced::getEventId).distinct()).hasSize(3);
    assertThat(sent.stream().map(OrderPlaced::getReceivedAt).distinct()).hasSize(2);
    assertThat(sent.stream().map(OrderPlaced::getOccurredAt).distinct()).hasSize(1);
  }

  @Test
  void orderWithoutATimeIsOfNowAndTheSameWhenItIsSentAgain() throws Exception {
    OrderPlaced untimed =
        OrderPlaced.newBuilder(placed("A-1")).setOccurredAt(Instant.EPOCH).build();
    till.take(List.of(untimed));
    clock.advance(Duration.ofSeconds(7));
    till.take(List.of(untimed));

    List<OrderPlaced> sent = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records()) {
      sent.add((OrderPlaced) new EventDecoder().decode(record.value()));
    }
    assertThat(sent.stream().map(OrderPlaced::getEventId).distinct()).hasSize(1);
    assertThat(sent)
        .extracting(OrderPlaced::getOccurredAt)
        .containsExactly(clock.instant().minusSeconds(7), clock.instant());
  }

  @Test
  @Timeout(30)
  void kafkaThatIsSilentIsSaidWithinSeconds() {
    try (KafkaTill lonely = new KafkaTill("127.0.0.1:1", database, clock)) {
      RequestProblem refused = refused(() -> lonely.order(basket(line("P-0003", 1))));

      assertThat(refused.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
      assertThat(refused).hasMessageContaining("127.0.0.1:1 did not acknowledge");
    }
  }

  private static RequestProblem refused(ThrowingCallable ask) {
    return catchThrowableOfType(RequestProblem.class, ask);
  }

  private static Basket basket(Basket.Line... lines) {
    return new Basket(
        List.of(lines), Optional.empty(), Optional.of("C-1"), "CARD", "127.0.0.1", "test");
  }

  private static Basket.Line line(String product, int quantity) {
    return new Basket.Line(product, quantity);
  }

  private OrderPlaced placed(String orderId) {
    return OrderPlaced.newBuilder()
        .setEventId(EventIdentity.none())
        .setOccurredAt(clock.instant().minusSeconds(3_600))
        .setReceivedAt(clock.instant())
        .setOrderId(orderId)
        .setStoreId("S-BATH")
        .setLines(List.of(new OrderLine(1, "P-0003", 0, 2, 6_000_000L, 0L, null)))
        .build();
  }

  /** All that is in the topic now. */
  private static List<ConsumerRecord<byte[], byte[]>> records() {
    return records(Topic.ORDERS);
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }
}
