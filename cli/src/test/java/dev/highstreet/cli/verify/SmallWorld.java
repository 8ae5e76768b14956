package dev.highstreet.cli.verify;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.fault.FaultKind;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import dev.highstreet.simulator.truth.TruthRun;
import dev.highstreet.simulator.truth.TruthWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * A shop small enough to reckon by hand, and its truth: from the day before the clocks go forward
 * (2025-03-30 has 23 hours) into the next month. A mug costs 1.00, its second revision 1.50; a bowl
 * 2.00.
 */
final class SmallWorld implements AutoCloseable {
  static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 29);
  static final Instant BEGINNING = Instant.parse("2025-03-29T00:00:00Z");
  static final Instant SATURDAY_MORNING = Instant.parse("2025-03-29T10:15:00Z");

  /** Half past midnight on Monday, as the shop's clocks say; in UTC it is Sunday still. */
  static final Instant MONDAY_NIGHT = Instant.parse("2025-03-30T23:30:00Z");

  /** Half past midnight on the first of April; in UTC it is March still. */
  static final Instant APRIL_NIGHT = Instant.parse("2025-03-31T23:30:00Z");

  static final Instant END = Instant.parse("2025-04-01T23:00:00Z");

  /** A product whose name sorts elsewhere in other orders than that of bytes. */
  static final String ODD = "Tässe-\uD83D\uDE00";

  private final TruthWriter truth;
  private int events;

  private SmallWorld(TruthWriter truth) {
    this.truth = truth;
  }

  /** Begins a world; it has two stores, two customers and three products. */
  static SmallWorld beginning(Path folder) {
    SmallWorld world =
        new SmallWorld(
            TruthWriter.open(
                folder, new TruthRun(1, "small", FIRST_DAY, ZoneId.of("Europe/London"))));
    world.store("WEB", StoreType.WEBSITE, 4.35);
    world.store("SHOP1", StoreType.SHOP, null);
    world.customer("C1");
    world.customer("C2");
    world.product("MUG", 1, "Kitchen", 1_000_000, BEGINNING);
    world.product("BOWL", 1, "Kitchen", 2_000_000, BEGINNING);
    world.product(ODD, 1, "Häuslich", 700_000, BEGINNING);
    return world;
  }

  /** Five sound orders and a return, on both sides of the clock change and of the month's end. */
  static void write(Path folder) {
    try (SmallWorld world = beginning(folder)) {
      world.order("O1", SATURDAY_MORNING, "C1", "WEB", mugs(2, 500_000), bowl(2));
      world.order("O2", SATURDAY_MORNING.plusSeconds(60), "C1", "WEB", mugs(1, 0));
      world.order("O3", SATURDAY_MORNING.plusSeconds(120), null, "SHOP1", odd(1), bowl(2));
      world.product("MUG", 2, "Home", 1_500_000, MONDAY_NIGHT.minusSeconds(1));
      world.order("O4", MONDAY_NIGHT, "C1", "WEB", dearerMugs(1));
      world.returned(
          "R1", MONDAY_NIGHT.plusSeconds(3600), "C1", new ReturnLine("MUG", 1, 1, 2_750_000L));
      world.order("O5", APRIL_NIGHT, "C2", "WEB", mugs(1, 0));
    }
  }

  static OrderLine mugs(int quantity, long discountMicros) {
    return new OrderLine(
        1, "MUG", 1, quantity, 3_000_000L, discountMicros, discountMicros > 0 ? "SPRING" : null);
  }

  static OrderLine dearerMugs(int quantity) {
    return new OrderLine(1, "MUG", 2, quantity, 3_500_000L, 0L, null);
  }

  static OrderLine bowl(int line) {
    return new OrderLine(line, "BOWL", 1, 1, 5_000_000L, 0L, null);
  }

  static OrderLine odd(int line) {
    return new OrderLine(line, ODD, 1, 3, 1_000_001L, 0L, null);
  }

  EventId order(String id, Instant at, String customer, String store, OrderLine... lines) {
    return order(id, at, Duration.ZERO, customer, store, lines);
  }

  /** A guest's order, which others sent some time after it had occurred. */
  EventId sent(String id, Instant at, Duration after, OrderLine... lines) {
    return order(id, at, after, null, "WEB", lines);
  }

  private EventId order(
      String id, Instant at, Duration after, String customer, String store, OrderLine... lines) {
    EventId event = nextId();
    emit(
        OrderPlaced.newBuilder()
            .setEventId(event)
            .setOccurredAt(at)
            .setReceivedAt(at.plus(after))
            .setOrderId(id)
            .setCustomerId(customer)
            .setStoreId(store)
            .setLines(List.of(lines))
            .setReportedTotalMicros(
                Arrays.stream(lines)
                    .mapToLong(
                        l -> l.getQuantity() * l.getUnitPriceMicros() - l.getDiscountMicros())
                    .sum())
            .setPaymentMethod(PaymentMethod.CARD)
            .setDeviceId("D-" + id)
            .build());
    return event;
  }

  EventId returned(String id, Instant at, String customer, ReturnLine... lines) {
    EventId event = nextId();
    emit(
        OrderReturned.newBuilder()
            .setEventId(event)
            .setOccurredAt(at)
            .setReceivedAt(at)
            .setReturnId(id)
            .setCustomerId(customer)
            .setStoreId("WEB")
            .setLines(List.of(lines))
            .build());
    return event;
  }

  /** Something befalls an order on its way. */
  void fault(EventId event, String order, Instant at, Duration delay, FaultKind kind, Fate fate) {
    truth.note(
        new InjectedFault(
            event,
            Topic.ORDERS,
            order,
            at.toEpochMilli(),
            at.plus(delay).toEpochMilli(),
            Set.of(kind),
            "",
            fate.outcome(),
            fate.reason(),
            fate.line(),
            fate.copyOutcome()));
  }

  /** What becomes of an event, and of its copy, if there is one. */
  record Fate(Outcome outcome, String reason, int line, Outcome copyOutcome) {
    static Fate of(Outcome outcome) {
      return new Fate(outcome, null, 0, null);
    }
  }

  private void product(String id, int revision, String category, long cost, Instant from) {
    emit(
        ProductRevised.newBuilder()
            .setEventId(nextId())
            .setOccurredAt(from)
            .setReceivedAt(from)
            .setProductId(id)
            .setRevision(revision)
            .setName(id + " of revision " + revision)
            .setCategory(category)
            .setListPriceMicros(3 * cost)
            .setUnitCostMicros(cost)
            .setEffectiveFrom(from)
            .build());
  }

  private void store(String id, StoreType type, Double rating) {
    emit(
        StoreRevised.newBuilder()
            .setEventId(nextId())
            .setOccurredAt(BEGINNING)
            .setReceivedAt(BEGINNING)
            .setStoreId(id)
            .setRevision(1)
            .setName("The " + id)
            .setType(type)
            .setRating(rating)
            .setOpenedAt(BEGINNING)
            .build());
  }

  private void customer(String id) {
    emit(
        CustomerRevised.newBuilder()
            .setEventId(nextId())
            .setOccurredAt(BEGINNING)
            .setReceivedAt(BEGINNING)
            .setCustomerId(id)
            .setRevision(1)
            .setRegisteredAt(BEGINNING)
            .setCountry("France")
            .build());
  }

  private void emit(SpecificRecord event) {
    Topic topic =
        Topic.SALES.stream()
            .filter(one -> one.event().filter(type -> type.isInstance(event)).isPresent())
            .findFirst()
            .orElseThrow();
    truth.emit(topic, event.get(3).toString(), event);
  }

  private EventId nextId() {
    return new EventId(ByteBuffer.allocate(16).putLong(7).putLong(++events).array());
  }

  /** The last day is over. */
  @Override
  public void close() {
    truth.tick(END);
    truth.close();
  }
}
