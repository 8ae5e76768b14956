package dev.highstreet.simulator.emit;

import dev.highstreet.schemas.ActivityKind;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.ShopperActivity;
import dev.highstreet.schemas.Topic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A few events of a small shop. */
public final class ShopEvents {
  private ShopEvents() {}

  /** An id that is told apart from others by a number. */
  public static EventId id(long number) {
    return new EventId(
        ByteBuffer.allocate(16).putLong(0x89AB_CDEF_0123_4567L).putLong(number).array());
  }

  /** Hands an event to a sink, under its own key. */
  public static void emit(EventSink sink, SpecificRecord event) {
    Topic topic =
        Arrays.stream(Topic.values())
            .filter(one -> one.event().filter(type -> type.isInstance(event)).isPresent())
            .findFirst()
            .orElseThrow();
    sink.emit(topic, event.get(3).toString(), event);
  }

  public static ProductRevised product(String product, String name, Instant from) {
    return ProductRevised.newBuilder()
        .setEventId(id(product.hashCode()))
        .setOccurredAt(from)
        .setReceivedAt(from)
        .setProductId(product)
        .setRevision(1)
        .setName(name)
        .setCategory("Kitchen")
        .setListPriceMicros(2_950_000)
        .setUnitCostMicros(1_770_000)
        .setEffectiveFrom(from)
        .build();
  }

  public static CustomerRevised customer(String customer, String country, Instant from) {
    return CustomerRevised.newBuilder()
        .setEventId(id(customer.hashCode()))
        .setOccurredAt(from)
        .setReceivedAt(from)
        .setCustomerId(customer)
        .setRevision(1)
        .setRegisteredAt(from)
        .setCountry(country)
        .build();
  }

  /** An order of a website; without a customer it is a guest's. */
  public static OrderPlaced order(String order, Instant at, String customer, OrderLine... lines) {
    return OrderPlaced.newBuilder()
        .setEventId(id(order.hashCode()))
        .setOccurredAt(at)
        .setReceivedAt(at)
        .setOrderId(order)
        .setCustomerId(customer)
        .setStoreId("web")
        .setLines(List.of(lines))
        .setPaymentMethod(PaymentMethod.CARD)
        .build();
  }

  public static OrderLine line(int number, String product, int quantity, long unit, long discount) {
    return new OrderLine(number, product, 1, quantity, unit, discount, null);
  }

  public static OrderReturned goodsReturned(
      String id, Instant at, String customer, ReturnLine... lines) {
    return OrderReturned.newBuilder()
        .setEventId(id(id.hashCode()))
        .setOccurredAt(at)
        .setReceivedAt(at)
        .setReturnId(id)
        .setCustomerId(customer)
        .setStoreId("web")
        .setLines(List.of(lines))
        .build();
  }

  /** Somebody looks at a product. */
  public static ShopperActivity view(String session, Instant at, String product) {
    return ShopperActivity.newBuilder()
        .setEventId(id(at.toEpochMilli()))
        .setOccurredAt(at)
        .setReceivedAt(at)
        .setSessionId(session)
        .setStoreId("web")
        .setKind(ActivityKind.PRODUCT_VIEWED)
        .setProductId(product)
        .build();
  }
}
