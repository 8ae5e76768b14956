package dev.highstreet.jobs;

import static dev.highstreet.jobs.event.ShopEvents.customer;
import static dev.highstreet.jobs.event.ShopEvents.eventId;
import static dev.highstreet.jobs.event.ShopEvents.sale;
import static dev.highstreet.jobs.event.ShopEvents.takenBack;
import static dev.highstreet.jobs.event.ShopEvents.teapot;
import static dev.highstreet.jobs.event.ShopEvents.tick;
import static dev.highstreet.jobs.event.ShopEvents.undecodable;
import static dev.highstreet.jobs.event.ShopEvents.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.highstreet.jobs.clean.DeadLetter;
import dev.highstreet.jobs.clean.DropRepeats;
import dev.highstreet.jobs.clean.Fault;
import dev.highstreet.jobs.clean.Fault.Stage;
import dev.highstreet.jobs.clean.LateEvent;
import dev.highstreet.jobs.clean.Reason;
import dev.highstreet.jobs.clean.Screened;
import dev.highstreet.jobs.core.CatalogueChange;
import dev.highstreet.jobs.enrich.Booked;
import dev.highstreet.jobs.enrich.Catalogue;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.jobs.event.Revision;
import dev.highstreet.jobs.event.ShopEvents;
import dev.highstreet.jobs.event.StoreRevision;
import dev.highstreet.jobs.event.Transaction;
import dev.highstreet.jobs.ledger.Ledger;
import dev.highstreet.jobs.ledger.LedgerRow;
import dev.highstreet.jobs.ledger.Tally;
import dev.highstreet.jobs.ledger.Tally.Outcome;
import dev.highstreet.jobs.sales.Block;
import dev.highstreet.jobs.sales.SalesRow;
import dev.highstreet.jobs.sales.SalesStreams;
import dev.highstreet.jobs.sales.SalesTotals;
import dev.highstreet.schemas.Topic;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that travels between operators or lives in their state, without Kryo. */
class SerializationTest {
  private static final Origin ORIGIN = new Origin("highstreet.orders", 3, 14, 15);

  static Stream<Object> values() {
    return Stream.of(
        // from the source to the screen, with all and with nothing that may be null
        sale("1001").byGuest().arrival(),
        sale("1002").reporting(Long.MIN_VALUE).arrival(),
        takenBack("R1").arrival(),
        takenBack("R2").ofOrder("1001").arrival(),
        teapot(),
        website(),
        customer("alice"),
        tick(Topic.ORDERS, ShopEvents.OPENING),
        undecodable("broken"),
        new Arrival(ORIGIN, null, null, null, 0, 0, null, null, null),
        filledSale(),
        // cleaned, repeated, enriched
        new Screened(sale("1001").arrival(), List.of()),
        new Screened(
            sale("1001").arrival(),
            List.of(new Fault(Stage.CLEAN, 1, Reason.NON_POSITIVE_PRICE, "price is 0"))),
        eventId("one"),
        new DropRepeats.Seen(true, Long.MAX_VALUE),
        new Catalogue.Name(false, "teapot", 1),
        new Catalogue.Facts("KITCHEN", 1_200_000),
        Booked.of(sale("1001").byGuest()),
        Booked.of(takenBack("R1")),
        // the catalogue
        teapot().revision(),
        Revision.of(
            new StoreRevision("s", 2, "n", "SHOP", "c", "p", "m", "h", 0.15, 4.5, Long.MAX_VALUE)),
        new CatalogueChange(teapot().revision(), null, true),
        new CatalogueChange(customer("alice").revision(), 7L, false),
        // the side ways
        new DeadLetter(
            ORIGIN,
            2,
            Stage.ENRICH,
            Reason.UNKNOWN_PRODUCT,
            "kite",
            eventId("one"),
            7L,
            null,
            null),
        new DeadLetter(
            ORIGIN, 0, Stage.DECODE, Reason.UNDECODABLE, "", null, null, new byte[1], new byte[2]),
        new LateEvent(ORIGIN, LateEvent.Kind.BEHIND, eventId("one"), 1, 2, new byte[] {3}),
        // the ledger
        new Tally("highstreet.orders", Outcome.LATE, "", 1, 0),
        new LedgerRow("highstreet.orders", Outcome.TICK, "", 1, 0),
        new Ledger.Account("QUARANTINED", "UNKNOWN_STORE"),
        new Ledger.Count(1, 2),
        // the marts
        new Block("daily_sales_by_product", -1, 15),
        new SalesTotals(),
        filledTotals(),
        new SalesRow("daily_sales", 15_000, "", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        Long.MIN_VALUE);
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueArrivesAsItWasSent(Object value) throws IOException {
    TypeSerializer<Object> serializer = serializer(value.getClass());
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThat(serializer.deserialize(in)).usingRecursiveComparison().isEqualTo(value);
    assertThat(in.available()).as("bytes left over").isZero();
  }

  @ParameterizedTest
  @MethodSource("values")
  void copyIsEqual(Object value) {
    assertThat(serializer(value.getClass()).copy(value))
        .usingRecursiveComparison()
        .isEqualTo(value);
  }

  @Test
  void everyStreamOfThePipelineIsAmongTheValues() {
    Set<Class<?>> types = values().map(Object::getClass).collect(Collectors.toSet());
    for (RecordComponent stream : SalesStreams.class.getRecordComponents()) {
      Class<?> element =
          (Class<?>) ((ParameterizedType) stream.getGenericType()).getActualTypeArguments()[0];
      assertThat(types).as("elements of %s", stream.getName()).contains(element);
    }
  }

  @Test
  void typeThatFlinkDoesNotKnowWouldBeRefused() {
    assertThatCode(() -> serializer(java.time.LocalDate.class))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @SuppressWarnings("unchecked")
  private static TypeSerializer<Object> serializer(Class<?> type) {
    SerializerConfigImpl noKryo = new SerializerConfigImpl();
    noKryo.setGenericTypes(false);
    return (TypeSerializer<Object>) TypeInformation.of(type).createSerializer(noKryo);
  }

  /** A sale of which everything is present that may be absent. */
  private static Arrival filledSale() {
    Arrival arrival = sale("1001").line("teapot", 1, 1, "2.55", "0.05").arrival();
    Transaction sale = arrival.transaction();
    return new Arrival(
        arrival.origin(),
        arrival.key(),
        arrival.bytes(),
        arrival.eventId(),
        arrival.occurredAt(),
        arrival.receivedAt(),
        new Transaction(
            sale.kind(),
            sale.eventId(),
            sale.id(),
            sale.occurredAt(),
            sale.receivedAt(),
            sale.customerId(),
            sale.storeId(),
            sale.lines(),
            new Transaction.Sale("session", 1, 2, 3L, "CARD", "address", "agent", "device"),
            null),
        null,
        null);
  }

  private static SalesTotals filledTotals() {
    SalesTotals totals = new SalesTotals();
    totals.orders = 1;
    totals.units = 2;
    totals.grossMicros = 3;
    totals.discountMicros = 4;
    totals.netMicros = 5;
    totals.costMicros = 6;
    totals.returnedUnits = 7;
    totals.refundMicros = 8;
    totals.returnedCostMicros = Long.MAX_VALUE;
    totals.customers.addAll(Arrays.asList("alice", "bob"));
    return totals;
  }
}
