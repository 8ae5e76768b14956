package dev.highstreet.jobs.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.FraudLabelled;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import java.time.Instant;
import java.util.List;

/**
 * An event of each type that the job reads, and one that it does not, as they are on the wire, with
 * every field filled in, and all different.
 */
final class WireEvents {
  static final Instant OCCURRED = Instant.parse("2011-12-01T10:00:00.001Z");
  static final Instant RECEIVED = Instant.parse("2011-12-01T10:00:07.002Z");
  static final Instant IN_FORCE = Instant.parse("2011-11-01T09:00:00.003Z");

  private WireEvents() {}

  /** An id of which every byte differs. */
  static EventId id() {
    return new EventId("0123456789abcdef".getBytes(US_ASCII));
  }

  static OrderPlaced order() {
    return OrderPlaced.newBuilder()
        .setEventId(id())
        .setOccurredAt(OCCURRED)
        .setReceivedAt(RECEIVED)
        .setOrderId("order")
        .setCustomerId("customer")
        .setStoreId("store")
        .setSessionId("session")
        .setLines(
            List.of(
                OrderLine.newBuilder()
                    .setLineNumber(7)
                    .setProductId("product")
                    .setProductRevision(2)
                    .setQuantity(3)
                    .setUnitPriceMicros(4)
                    .setDiscountMicros(5)
                    .setPromotionId("promotion")
                    .build(),
                OrderLine.newBuilder()
                    .setLineNumber(7)
                    .setProductId("other")
                    .setProductRevision(1)
                    .setQuantity(-1)
                    .setUnitPriceMicros(0)
                    .build()))
        .setShippingFeeMicros(6)
        .setTaxIncludedMicros(8)
        .setReportedTotalMicros(9L)
        .setPaymentMethod(PaymentMethod.GIFT_CARD)
        .setIpAddress("address")
        .setUserAgent("agent")
        .setDeviceId("device")
        .build();
  }

  static OrderReturned returned() {
    return OrderReturned.newBuilder()
        .setEventId(id())
        .setOccurredAt(OCCURRED)
        .setReceivedAt(RECEIVED)
        .setReturnId("return")
        .setOrderId("order")
        .setCustomerId("customer")
        .setStoreId("store")
        .setLines(
            List.of(
                ReturnLine.newBuilder()
                    .setProductId("product")
                    .setProductRevision(2)
                    .setQuantity(3)
                    .setRefundMicros(4)
                    .build()))
        .setReason("broken")
        .build();
  }

  static ProductRevised product() {
    return ProductRevised.newBuilder()
        .setEventId(id())
        .setOccurredAt(OCCURRED)
        .setReceivedAt(RECEIVED)
        .setProductId("product")
        .setRevision(2)
        .setName("name")
        .setCategory("category")
        .setBrand("brand")
        .setSupplier("supplier")
        .setListPriceMicros(3)
        .setUnitCostMicros(4)
        .setUnitCostAssumed(true)
        .setActive(false)
        .setEffectiveFrom(IN_FORCE)
        .build();
  }

  static StoreRevised store() {
    return StoreRevised.newBuilder()
        .setEventId(id())
        .setOccurredAt(OCCURRED)
        .setReceivedAt(RECEIVED)
        .setStoreId("store")
        .setRevision(2)
        .setName("name")
        .setType(StoreType.MARKETPLACE)
        .setCity("city")
        .setPostcode("postcode")
        .setManager("manager")
        .setOpeningHours("hours")
        .setCommissionRate(0.15)
        .setRating(4.5)
        .setOpenedAt(IN_FORCE)
        .build();
  }

  static CustomerRevised customer() {
    return CustomerRevised.newBuilder()
        .setEventId(id())
        .setOccurredAt(OCCURRED)
        .setReceivedAt(RECEIVED)
        .setCustomerId("customer")
        .setRevision(2)
        .setRegisteredAt(IN_FORCE)
        .setCountry("country")
        .setCity("city")
        .setPostcodeArea("area")
        .setSegment("segment")
        .build();
  }

  static FraudLabelled label() {
    return FraudLabelled.newBuilder()
        .setEventId(id())
        .setOccurredAt(OCCURRED)
        .setReceivedAt(RECEIVED)
        .setOrderId("order")
        .setFraudulent(true)
        .setPattern("card testing")
        .build();
  }

  static ClockTick tick() {
    return ClockTick.newBuilder()
        .setEventId(id())
        .setOccurredAt(OCCURRED)
        .setReceivedAt(RECEIVED)
        .build();
  }
}
