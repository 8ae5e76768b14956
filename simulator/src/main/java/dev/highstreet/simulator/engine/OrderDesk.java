package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.market.Catalogue;
import dev.highstreet.simulator.market.Customers;
import dev.highstreet.simulator.market.Ids;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Promotion;
import dev.highstreet.simulator.market.Promotions;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.profile.Costs;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns drafts into orders: what is there of the goods, at today's list prices, less trade
 * discounts and promotions, with the delivery fee and the tax that the prices include.
 */
final class OrderDesk {
  private static final int ORDER = "order".hashCode();
  private static final char OUTSIDE_PREFIX = 'X';
  static final long DEAREST_ORDER = 90_000_000_000_000L; // the jobs take 100 million
  private static final String TAXED_IN = "United Kingdom";
  private static final long TAX_PART = 6; // 20 % on top is a sixth of the whole

  private final World world;
  private final Catalogue catalogue;
  private final Customers customers;
  private final Promotions promotions;
  private final Costs costs;
  private final String home;
  private long orders;

  OrderDesk(
      World world,
      Catalogue catalogue,
      Customers customers,
      Promotions promotions,
      Costs costs,
      String home) {
    this.world = world;
    this.catalogue = catalogue;
    this.customers = customers;
    this.promotions = promotions;
    this.costs = costs;
    this.home = home;
  }

  /** Takes an order, and gives out its event; empty if there is none of the goods. */
  Optional<PlacedOrder> take(OrderDraft draft, String sessionId, Stockroom stockroom) {
    return take(draft, sessionId, stockroom, false);
  }

  /**
   * The same of somebody who is no simulated shopper. Its number and id follow from the draft's
   * entity, which is below 0: counted among the others, it would give all that follow other
   * numbers, hence their events other ids, and other faults on their way.
   */
  Optional<PlacedOrder> takeFromOutside(OrderDraft draft, Stockroom stockroom) {
    return take(draft, null, stockroom, true);
  }

  private Optional<PlacedOrder> take(
      OrderDraft draft, String sessionId, Stockroom stockroom, boolean outside) {
    int asked = draft.products().length;
    int[] products = new int[asked];
    int[] revisions = new int[asked];
    int[] quantities = new int[asked];
    long[] prices = new long[asked];
    long[] discounts = new long[asked];
    OrderLine[] lines = new OrderLine[asked];
    boolean taxed = draft.shippingCountry().equals(TAXED_IN);
    int count = 0;
    long net = 0;
    long gross = 0;
    long taxedNet = 0;
    for (int i = 0; i < asked; i++) {
      Product product = catalogue.product(draft.products()[i]);
      int quantity = draft.quantities()[i];
      long worth = product.listPriceMicros() * quantity;
      if (!product.active() || gross + worth > DEAREST_ORDER) {
        continue;
      }
      int offered = stockroom.offer(product.number(), quantity, draft.store());
      if (offered == 0) {
        continue;
      }
      worth = product.listPriceMicros() * offered;
      long discount = Math.min(worth, share(draft.discountsMicros()[i], offered, quantity));
      Promotion promotion = promotions.best(product.number());
      long reduction = promotion == null ? 0 : promotion.discountMicros(worth - discount);
      discount += reduction;
      products[count] = product.number();
      revisions[count] = product.revision();
      quantities[count] = offered;
      prices[count] = product.listPriceMicros();
      discounts[count] = discount;
      lines[count] =
          new OrderLine(
              count + 1,
              product.id(),
              product.revision(),
              offered,
              product.listPriceMicros(),
              discount,
              reduction > 0 ? promotion.id() : null);
      count++;
      gross += worth;
      net += worth - discount;
      taxedNet += taxed && !catalogue.zeroRated(product.number()) ? worth - discount : 0;
    }
    if (count == 0) {
      return Optional.empty();
    }
    boolean whole = count == asked;
    long number = outside ? draft.entity() : ++orders;
    PlacedOrder order =
        new PlacedOrder(
            draft.entity(),
            number,
            outside ? Ids.code(OUTSIDE_PREFIX, number) : Ids.of("O", number, 8),
            draft,
            whole ? products : Arrays.copyOf(products, count),
            whole ? revisions : Arrays.copyOf(revisions, count),
            whole ? quantities : Arrays.copyOf(quantities, count),
            whole ? prices : Arrays.copyOf(prices, count),
            whole ? discounts : Arrays.copyOf(discounts, count),
            net,
            deliveryFee(draft, net),
            sessionId);
    giveOut(order, whole ? lines : Arrays.copyOf(lines, count), taxedNet / TAX_PART);
    return Optional.of(order);
  }

  /** The part of a line's discount that is for the units that are there. */
  private static long share(long discount, int offered, int quantity) {
    return offered == quantity ? discount : discount / quantity * offered;
  }

  private void giveOut(PlacedOrder order, OrderLine[] lines, long tax) {
    OrderDraft draft = order.draft();
    Instant now = world.instant();
    world.emit(
        Topic.ORDERS,
        order.id(),
        new OrderPlaced(
            world.ids().next(ORDER, order.number(), 0),
            now,
            now,
            order.id(),
            draft.customer() == Purchase.GUEST ? null : customers.customer(draft.customer()).id(),
            world.store(draft.store()).id(),
            order.sessionId(),
            Arrays.asList(lines),
            order.shippingFeeMicros(),
            tax,
            order.netMicros(),
            draft.paymentMethod(),
            draft.ipAddress(),
            draft.userAgent(),
            draft.deviceId()));
  }

  private long deliveryFee(OrderDraft draft, long net) {
    Store store = world.store(draft.store());
    if (store.type() == StoreType.SHOP) {
      return 0;
    }
    if (!draft.shippingCountry().equals(home)) {
      return costs.deliveryAbroadMicros();
    }
    boolean free =
        net >= costs.freeDeliveryMicros()
            || (draft.customer() != Purchase.GUEST && customers.hasFreeDelivery(draft.customer()));
    return free ? 0 : costs.deliveryFeeMicros();
  }
}
