package dev.highstreet.jobs.source;

import static dev.highstreet.jobs.source.WireEvents.IN_FORCE;
import static dev.highstreet.jobs.source.WireEvents.OCCURRED;
import static dev.highstreet.jobs.source.WireEvents.RECEIVED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Arrival.Defect;
import dev.highstreet.jobs.event.CustomerRevision;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.jobs.event.ProductRevision;
import dev.highstreet.jobs.event.Revision;
import dev.highstreet.jobs.event.StoreRevision;
import dev.highstreet.jobs.event.Transaction;
import dev.highstreet.jobs.event.Transaction.Kind;
import dev.highstreet.jobs.event.TransactionLine;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.FraudLabelled;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class ArrivalDecoderTest {
  private static final byte[] KEY = "key".getBytes(UTF_8);
  private static final EventId ID = new EventId(0x3031323334353637L, 0x3839616263646566L);

  private final ArrivalDecoder decoder = new ArrivalDecoder();
  private final EventEncoder encoder = new EventEncoder();

  @Test
  void orderBecomesASaleWhoseLinesAreNumberedByTheirPlace() {
    assertThat(decode(Topic.ORDERS, WireEvents.order()).transaction())
        .isEqualTo(
            new Transaction(
                Kind.SALE,
                ID,
                "order",
                OCCURRED.toEpochMilli(),
                RECEIVED.toEpochMilli(),
                "customer",
                "store",
                List.of(
                    new TransactionLine(1, "product", 2, 3, 4, 5, 0, "promotion"),
                    new TransactionLine(2, "other", 1, -1, 0, 0, 0, null)),
                new Transaction.Sale(
                    "session", 6, 8, 9L, "GIFT_CARD", "address", "agent", "device"),
                null));
  }

  @Test
  void returnBecomesATransactionToo() {
    assertThat(decode(Topic.RETURNS, WireEvents.returned()).transaction())
        .isEqualTo(
            new Transaction(
                Kind.RETURN,
                ID,
                "return",
                OCCURRED.toEpochMilli(),
                RECEIVED.toEpochMilli(),
                "customer",
                "store",
                List.of(new TransactionLine(1, "product", 2, 3, 0, 0, 4, null)),
                null,
                new Transaction.TakenBack("order", "broken")));
  }

  @Test
  void revisionsKeepEveryField() {
    long inForce = IN_FORCE.toEpochMilli();
    assertThat(decode(Topic.PRODUCTS, WireEvents.product()).revision())
        .isEqualTo(
            Revision.of(
                new ProductRevision(
                    "product",
                    2,
                    "name",
                    "category",
                    "brand",
                    "supplier",
                    3,
                    4,
                    true,
                    false,
                    inForce)));
    assertThat(decode(Topic.STORES, WireEvents.store()).revision())
        .isEqualTo(
            Revision.of(
                new StoreRevision(
                    "store",
                    2,
                    "name",
                    "MARKETPLACE",
                    "city",
                    "postcode",
                    "manager",
                    "hours",
                    0.15,
                    4.5,
                    inForce)));
    assertThat(decode(Topic.CUSTOMERS, WireEvents.customer()).revision())
        .isEqualTo(
            Revision.of(
                new CustomerRevision(
                    "customer", 2, inForce, "country", "city", "area", "segment")));
  }

  @Test
  void textThatMayBeAbsentStaysAbsent() {
    OrderPlaced order =
        OrderPlaced.newBuilder(WireEvents.order())
            .setCustomerId(null)
            .setSessionId(null)
            .setReportedTotalMicros(null)
            .setIpAddress(null)
            .setUserAgent(null)
            .setDeviceId(null)
            .build();
    Transaction sale = decode(Topic.ORDERS, order).transaction();
    assertThat(sale.customerId()).isNull();
    assertThat(sale.sale())
        .isEqualTo(new Transaction.Sale(null, 6, 8, null, "GIFT_CARD", null, null, null));
  }

  static Stream<SpecificRecord> everyEvent() {
    return Stream.of(
        WireEvents.order(),
        WireEvents.returned(),
        WireEvents.product(),
        WireEvents.store(),
        WireEvents.customer());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void arrivalSaysWhenWhereAndInWhichBytes(SpecificRecord event) {
    Arrival arrival = decode(topicOf(event), event);
    assertThat(arrival.eventId()).isEqualTo(ID);
    assertThat(arrival.occurredAt()).isEqualTo(OCCURRED.toEpochMilli());
    assertThat(arrival.receivedAt()).isEqualTo(RECEIVED.toEpochMilli());
    assertThat(arrival.origin()).isEqualTo(origin(topicOf(event)));
    assertThat(arrival.key()).isEqualTo(KEY);
    assertThat(arrival.bytes()).isEqualTo(encoder.encode(event));
    assertThat(arrival.defect()).isNull();
    assertThat(arrival.isTick()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DEAD_LETTERS")
  void tickBelongsOnEveryTopic(Topic topic) {
    Arrival tick = decode(topic, WireEvents.tick());
    assertThat(tick.isTick()).isTrue();
    assertThat(tick.bytes()).isNotEmpty(); // a tick of a broken clock becomes a dead letter
    assertThat(tick.receivedAt()).isEqualTo(RECEIVED.toEpochMilli());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void damagedRecordDoesNotDisturbTheNext(SpecificRecord event) {
    byte[] valid = encoder.encode(event);
    byte[] cut = Arrays.copyOf(valid, valid.length - 1);
    Topic topic = topicOf(event);
    assertThat(decode(topic, valid).defect()).isNull();
    assertThat(decode(topic, cut).defect().unknownSchema()).isFalse();
    assertThat(decode(topic, valid).defect()).isNull();
    assertThat(decode(topic, valid).eventId()).isEqualTo(ID);
  }

  @Test
  void eventOnTheWrongTopicIsADefect() {
    Arrival arrival = decode(Topic.RETURNS, WireEvents.order());
    assertThat(arrival.defect())
        .isEqualTo(new Defect(false, "OrderPlaced does not belong on topic highstreet.returns"));
    assertThat(arrival.transaction()).isNull();
    assertThat(arrival.bytes()).isEqualTo(encoder.encode(WireEvents.order()));
  }

  @Test
  void eventThatSalesAreNotMadeOfIsADefectWhereverItComes() {
    FraudLabelled label = WireEvents.label();
    assertThat(decode(Topic.ORDERS, label).defect())
        .isEqualTo(new Defect(false, "FraudLabelled does not belong on topic highstreet.orders"));
    assertThat(decode(Topic.FRAUD_LABELS, label).defect())
        .isEqualTo(
            new Defect(false, "FraudLabelled does not belong on topic highstreet.fraud-labels"));
  }

  @Test
  void recordWithoutAValueIsADefect() {
    assertThat(decode(Topic.ORDERS, (byte[]) null).defect())
        .isEqualTo(new Defect(false, "the record has no value"));
    assertThat(decode(Topic.ORDERS, new byte[0]).defect().detail())
        .isEqualTo("the record has no value");
  }

  @Test
  void recordWithoutAKeyDecodes() {
    Arrival arrival =
        decoder.decode(origin(Topic.ORDERS), null, encoder.encode(WireEvents.order()));
    assertThat(arrival.key()).isNull();
    assertThat(arrival.defect()).isNull();
  }

  @Test
  void textIsADefectThatSaysHowItBegins() {
    assertThat(decode(Topic.ORDERS, "{\"orderId\": \"1001\"}".getBytes(UTF_8)).defect())
        .isEqualTo(new Defect(false, "starts with 7b22 instead of the marker c301"));
  }

  @Test
  void schemaThatIsNotKnownIsADefectOfItsOwn() throws IOException {
    Schema parcel =
        SchemaBuilder.record("ParcelSent").fields().requiredString("parcelId").endRecord();
    Defect defect =
        decode(Topic.ORDERS, encode(new GenericRecordBuilder(parcel).set("parcelId", "P1").build()))
            .defect();
    assertThat(defect.unknownSchema()).isTrue();
    assertThat(defect.detail()).startsWith("schema fingerprint ");
  }

  @Test
  void orderOfTheFirstVersionDecodesWithoutWhatItDidNotKnow() throws IOException {
    Transaction today = decode(Topic.ORDERS, WireEvents.order()).transaction();
    Transaction earlier = decode(Topic.ORDERS, asFirstVersion(WireEvents.order())).transaction();
    assertThat(earlier)
        .usingRecursiveComparison()
        .ignoringFields("sale.reportedTotalMicros", "sale.deviceId")
        .isEqualTo(today);
    assertThat(earlier.sale().reportedTotalMicros()).isNull();
    assertThat(earlier.sale().deviceId()).isNull();
  }

  private Arrival decode(Topic topic, SpecificRecord event) {
    return decode(topic, encoder.encode(event));
  }

  private Arrival decode(Topic topic, byte[] bytes) {
    return decoder.decode(origin(topic), KEY, bytes);
  }

  private static Origin origin(Topic topic) {
    return new Origin(topic.topicName(), 3, 14, RECEIVED.toEpochMilli());
  }

  private static Topic topicOf(SpecificRecord event) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.event().isPresent() && topic.event().get() == event.getClass())
        .findFirst()
        .orElseThrow();
  }

  /** As a build wrote it that knew only the first version of the schema. */
  private static byte[] asFirstVersion(OrderPlaced order) throws IOException {
    Schema first;
    try (InputStream text = OrderPlaced.class.getResourceAsStream("frozen/OrderPlaced-v1.avsc")) {
      first = new Schema.Parser().parse(text);
    }
    GenericRecord record = new GenericData.Record(first);
    for (Schema.Field field : first.getFields()) {
      Object value = order.get(field.name());
      record.put(field.name(), value instanceof Instant time ? time.toEpochMilli() : value);
    }
    return encode(record);
  }

  /** Avro's own single-object encoding. */
  private static byte[] encode(GenericRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new BinaryMessageEncoder<GenericRecord>(GenericData.get(), record.getSchema())
        .encode(record, bytes);
    return bytes.toByteArray();
  }
}
