package dev.highstreet.jobs.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.jobs.event.Arrival.Defect;
import dev.highstreet.schemas.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A small shop's events as the jobs see them. Whatever a test does not name has a sound default: an
 * event is received when it occurs, and Kafka writes it then.
 */
public final class ShopEvents {
  /** A Wednesday, a day before the month changes; London keeps Greenwich time. */
  public static final Instant LAST_OF_NOVEMBER = Instant.parse("2011-11-30T10:00:00Z");

  public static final Instant FIRST_OF_DECEMBER = Instant.parse("2011-12-01T10:00:00Z");
  public static final Instant SECOND_OF_DECEMBER = Instant.parse("2011-12-02T10:00:00Z");

  /** When the shop opened: revisions are of this time. */
  public static final Instant OPENING = Instant.parse("2011-11-01T09:00:00Z");

  /** The contract's defaults: two days to be late, five minutes between two clocks. */
  public static final Clocks CLOCKS = new Clocks(Duration.ofDays(2), Duration.ofMinutes(5));

  public static final String WEBSITE = "web";
  public static final String ALICE = "alice";
  public static final String BOB = "bob";

  /** In category {@code KITCHEN}; its first revision costs the shop 1.20. */
  public static final String TEAPOT = "teapot";

  /** In category {@code GARDEN}; its first revision costs the shop 0.30. */
  public static final String LANTERN = "lantern";

  private ShopEvents() {}

  /** Micros of an amount that is written with a decimal point. */
  public static long micros(String amount) {
    return new BigDecimal(amount).movePointRight(6).longValueExact();
  }

  /** The id that an event of this name always has. */
  public static EventId eventId(String name) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    return new EventId(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  /** A sale of one teapot at 2.55 to Alice on the first of December, unless told otherwise. */
  public static TransactionBuilder sale(String orderId) {
    return TransactionBuilder.sale(orderId);
  }

  /** A return of one teapot for 2.55 by Alice on the second of December, unless told otherwise. */
  public static TransactionBuilder takenBack(String returnId) {
    return TransactionBuilder.takenBack(returnId);
  }

  /** The teapot's first revision. */
  public static Arrival teapot() {
    return product(TEAPOT, 1, "KITCHEN", "1.20");
  }

  /** The lantern's first revision. */
  public static Arrival lantern() {
    return product(LANTERN, 1, "GARDEN", "0.30");
  }

  /** A revision of a product; each comes into force a day after the one before. */
  public static Arrival product(String id, int revision, String category, String unitCost) {
    Instant from = OPENING.plus(Duration.ofDays(revision - 1L));
    return revision(
        Topic.PRODUCTS,
        from,
        Revision.of(
            new ProductRevision(
                id,
                revision,
                id + " no. " + revision,
                category,
                null,
                null,
                micros("2.55"),
                micros(unitCost),
                true,
                true,
                from.toEpochMilli())));
  }

  /** The one store of the shop, unless a test opens another. */
  public static Arrival website() {
    return store(WEBSITE, "WEBSITE");
  }

  /** The first revision of a store. */
  public static Arrival store(String id, String type) {
    return revision(
        Topic.STORES,
        OPENING,
        Revision.of(
            new StoreRevision(
                id, 1, id, type, null, null, null, null, null, null, OPENING.toEpochMilli())));
  }

  /** The first revision of a customer in the United Kingdom. */
  public static Arrival customer(String id) {
    return customer(id, 1, "United Kingdom");
  }

  /** A revision of a customer. */
  public static Arrival customer(String id, int revision, String country) {
    return revision(
        Topic.CUSTOMERS,
        OPENING,
        Revision.of(
            new CustomerRevision(id, revision, OPENING.toEpochMilli(), country, null, null, null)));
  }

  /** A tick of the shop's clock on a topic. */
  public static Arrival tick(Topic topic, Instant time) {
    long millis = time.toEpochMilli();
    return new Arrival(
        new Origin(topic.topicName(), 0, 0, millis),
        null,
        null,
        eventId("tick " + time),
        millis,
        millis,
        null,
        null,
        null);
  }

  /** Bytes on the orders' topic that are no event. */
  public static Arrival undecodable(String bytes) {
    return new Arrival(
        new Origin(Topic.ORDERS.topicName(), 0, 0, FIRST_OF_DECEMBER.toEpochMilli()),
        null,
        bytes.getBytes(UTF_8),
        null,
        0,
        0,
        null,
        null,
        new Defect(false, "'%s' is no event".formatted(bytes)));
  }

  /** The same record, read elsewhere. */
  public static Arrival readAt(Arrival arrival, int partition, long offset) {
    Origin origin = arrival.origin();
    return new Arrival(
        new Origin(origin.topic(), partition, offset, origin.recordTime()),
        arrival.key(),
        arrival.bytes(),
        arrival.eventId(),
        arrival.occurredAt(),
        arrival.receivedAt(),
        arrival.transaction(),
        arrival.revision(),
        arrival.defect());
  }

  /** The records in this order, at the offsets 0, 1, 2, … of partition 0 of their topics. */
  public static List<Arrival> written(Arrival... arrivals) {
    Map<String, Integer> ends = new HashMap<>();
    List<Arrival> written = new ArrayList<>(arrivals.length);
    for (Arrival arrival : arrivals) {
      int end = ends.merge(arrival.origin().topic(), 1, Integer::sum);
      written.add(readAt(arrival, 0, end - 1L));
    }
    return written;
  }

  private static Arrival revision(Topic topic, Instant time, Revision revision) {
    String name = "%s %s no. %d".formatted(topic, revision.entityId(), revision.number());
    long millis = time.toEpochMilli();
    return new Arrival(
        new Origin(topic.topicName(), 0, 0, millis),
        revision.entityId().getBytes(UTF_8),
        name.getBytes(UTF_8),
        eventId(name),
        millis,
        millis,
        null,
        revision,
        null);
  }
}
