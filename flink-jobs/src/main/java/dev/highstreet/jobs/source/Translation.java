package dev.highstreet.jobs.source;

import dev.highstreet.jobs.event.CustomerRevision;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.ProductRevision;
import dev.highstreet.jobs.event.StoreRevision;
import dev.highstreet.jobs.event.Transaction;
import dev.highstreet.jobs.event.TransactionLine;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.StoreRevised;
import java.util.ArrayList;
import java.util.List;

/** From the contract's records to those of the jobs, field by field. */
final class Translation {
  private Translation() {}

  static Transaction sale(OrderPlaced order) {
    List<TransactionLine> lines = new ArrayList<>(order.getLines().size());
    for (OrderLine line : order.getLines()) {
      lines.add(
          new TransactionLine(
              lines.size() + 1, // not lineNumber: a shop that numbers two lines alike loses neither
              line.getProductId(),
              line.getProductRevision(),
              line.getQuantity(),
              line.getUnitPriceMicros(),
              line.getDiscountMicros(),
              0,
              line.getPromotionId()));
    }
    return new Transaction(
        Transaction.Kind.SALE,
        EventId.of(order.getEventId().bytes()),
        order.getOrderId(),
        order.getOccurredAt().toEpochMilli(),
        order.getReceivedAt().toEpochMilli(),
        order.getCustomerId(),
        order.getStoreId(),
        lines,
        new Transaction.Sale(
            order.getSessionId(),
            order.getShippingFeeMicros(),
            order.getTaxIncludedMicros(),
            order.getReportedTotalMicros(),
            order.getPaymentMethod().name(),
            order.getIpAddress(),
            order.getUserAgent(),
            order.getDeviceId()),
        null);
  }

  static Transaction takenBack(OrderReturned returned) {
    List<TransactionLine> lines = new ArrayList<>(returned.getLines().size());
    for (ReturnLine line : returned.getLines()) {
      lines.add(
          new TransactionLine(
              lines.size() + 1,
              line.getProductId(),
              line.getProductRevision(),
              line.getQuantity(),
              0,
              0,
              line.getRefundMicros(),
              null));
    }
    return new Transaction(
        Transaction.Kind.RETURN,
        EventId.of(returned.getEventId().bytes()),
        returned.getReturnId(),
        returned.getOccurredAt().toEpochMilli(),
        returned.getReceivedAt().toEpochMilli(),
        returned.getCustomerId(),
        returned.getStoreId(),
        lines,
        null,
        new Transaction.TakenBack(returned.getOrderId(), returned.getReason()));
  }

  static ProductRevision product(ProductRevised event) {
    return new ProductRevision(
        event.getProductId(),
        event.getRevision(),
        event.getName(),
        event.getCategory(),
        event.getBrand(),
        event.getSupplier(),
        event.getListPriceMicros(),
        event.getUnitCostMicros(),
        event.getUnitCostAssumed(),
        event.getActive(),
        event.getEffectiveFrom().toEpochMilli());
  }

  static StoreRevision store(StoreRevised event) {
    return new StoreRevision(
        event.getStoreId(),
        event.getRevision(),
        event.getName(),
        event.getType().name(),
        event.getCity(),
        event.getPostcode(),
        event.getManager(),
        event.getOpeningHours(),
        event.getCommissionRate(),
        event.getRating(),
        event.getOpenedAt().toEpochMilli());
  }

  static CustomerRevision customer(CustomerRevised event) {
    return new CustomerRevision(
        event.getCustomerId(),
        event.getRevision(),
        event.getRegisteredAt().toEpochMilli(),
        event.getCountry(),
        event.getCity(),
        event.getPostcodeArea(),
        event.getSegment());
  }
}
