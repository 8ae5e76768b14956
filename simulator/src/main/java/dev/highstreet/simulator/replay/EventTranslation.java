package dev.highstreet.simulator.replay;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.simulator.transactions.Invoice;
import dev.highstreet.simulator.transactions.Micros;
import dev.highstreet.simulator.transactions.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts what a file says into the events of the contract, word for word: judging it is the jobs'
 * work. Nothing delays these events, so each is received when it occurs.
 */
final class EventTranslation {
  /** The one store of a file that names none. */
  static final String STORE = "online";

  private final ProductHistory products;
  private final BigDecimal unitCostRatio;
  private final EventIdentity identity = new EventIdentity();

  EventTranslation(ProductHistory products, BigDecimal unitCostRatio) {
    this.products = products;
    this.unitCostRatio = unitCostRatio;
  }

  /** The website that all orders of the file are placed at, open from the first of them on. */
  StoreRevised store(Instant openedAt) {
    return identity.assign(
        StoreRevised.newBuilder()
            .setEventId(EventIdentity.none())
            .setOccurredAt(openedAt)
            .setReceivedAt(openedAt)
            .setStoreId(STORE)
            .setRevision(1)
            .setName("Online shop")
            .setType(StoreType.WEBSITE)
            .setOpenedAt(openedAt)
            .build());
  }

  ProductRevised product(ProductRevision revision) {
    return identity.assign(
        ProductRevised.newBuilder()
            .setEventId(EventIdentity.none())
            .setOccurredAt(revision.effectiveFrom())
            .setReceivedAt(revision.effectiveFrom())
            .setProductId(revision.product())
            .setRevision(revision.number())
            .setName(revision.name())
            .setCategory(revision.category())
            .setListPriceMicros(revision.listPriceMicros())
            .setUnitCostMicros(Micros.share(revision.listPriceMicros(), unitCostRatio))
            .setUnitCostAssumed(true)
            .setActive(true)
            .setEffectiveFrom(revision.effectiveFrom())
            .build());
  }

  CustomerRevised customer(CustomerRevision revision) {
    return identity.assign(
        CustomerRevised.newBuilder()
            .setEventId(EventIdentity.none())
            .setOccurredAt(revision.effectiveFrom())
            .setReceivedAt(revision.effectiveFrom())
            .setCustomerId(revision.customer())
            .setRevision(revision.number())
            .setRegisteredAt(revision.registeredAt())
            .setCountry(revision.country())
            .build());
  }

  OrderPlaced order(Invoice invoice) {
    List<OrderLine> lines = new ArrayList<>(invoice.rows().size());
    for (Row row : invoice.rows()) {
      int revision = products.revisionAt(row.product(), invoice.time());
      lines.add(
          new OrderLine(
              lines.size() + 1,
              row.product(),
              revision,
              row.quantity(),
              row.priceMicros(),
              0L,
              null));
    }
    return identity.assign(
        OrderPlaced.newBuilder()
            .setEventId(EventIdentity.none())
            .setOccurredAt(invoice.time())
            .setReceivedAt(invoice.time())
            .setOrderId(invoice.id())
            .setCustomerId(invoice.customer())
            .setStoreId(STORE)
            .setLines(lines)
            .build());
  }

  /** A cancellation takes back what its rows list as negative quantities. */
  OrderReturned goodsReturned(Invoice invoice) {
    List<ReturnLine> lines = new ArrayList<>(invoice.rows().size());
    for (Row row : invoice.rows()) {
      int revision = products.revisionAt(row.product(), invoice.time());
      int returned = -row.quantity();
      lines.add(new ReturnLine(row.product(), revision, returned, returned * row.priceMicros()));
    }
    return identity.assign(
        OrderReturned.newBuilder()
            .setEventId(EventIdentity.none())
            .setOccurredAt(invoice.time())
            .setReceivedAt(invoice.time())
            .setReturnId(invoice.id())
            .setCustomerId(invoice.customer())
            .setStoreId(STORE)
            .setLines(lines)
            .build());
  }
}
