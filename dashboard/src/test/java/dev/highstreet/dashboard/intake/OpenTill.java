package dev.highstreet.dashboard.intake;

import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A till in memory: it knows one product, cups, and each order once by its id. */
public final class OpenTill implements Till {
  /** Its clock stands still. */
  public static final Instant PRESENT = Instant.parse("2025-12-01T09:30:00Z");

  private final Map<String, OrderPlaced> orders = new LinkedHashMap<>();
  private final List<String> revised = new ArrayList<>();
  private Runnable before = () -> {};
  private Runnable after = () -> {};

  /** Something to happen when it is asked next. */
  public synchronized void beforeTaking(Runnable happens) {
    before = happens;
  }

  /** Something to happen once it has taken what it is asked next, before it says so. */
  public synchronized void afterTaking(Runnable happens) {
    after = happens;
  }

  @Override
  public List<Receipt> take(List<OrderPlaced> batch) {
    happenBefore();
    List<Receipt> receipts = record(batch);
    happenAfter();
    return receipts;
  }

  private void happenBefore() {
    Runnable next;
    synchronized (this) {
      next = before;
      before = () -> {};
    }
    next.run();
  }

  private void happenAfter() {
    Runnable next;
    synchronized (this) {
      next = after;
      after = () -> {};
    }
    next.run();
  }

  private synchronized List<Receipt> record(List<OrderPlaced> batch) {
    List<FieldProblem> problems = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      List<OrderLine> lines = batch.get(i).getLines();
      for (int j = 0; j < lines.size(); j++) {
        if (!lines.get(j).getProductId().equals("CUP")) {
          problems.add(
              new FieldProblem(
                  "transactions[%d].lines[%d].productId".formatted(i, j),
                  lines.get(j).getProductId(),
                  "a product that is known"));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw RequestProblem.wrongFields(problems);
    }
    batch.forEach(order -> orders.putIfAbsent(order.getOrderId(), order));
    return batch.stream().map(OpenTill::receipt).toList();
  }

  private static Receipt receipt(OrderPlaced order) {
    long total =
        order.getLines().stream()
            .mapToLong(
                line -> line.getUnitPriceMicros() * line.getQuantity() - line.getDiscountMicros())
            .sum();
    return new Receipt(order.getOrderId(), PRESENT, List.of(), total, order.getShippingFeeMicros());
  }

  @Override
  public synchronized void revise(List<ProductRevised> products, List<StoreRevised> stores) {
    happenBefore();
    products.forEach(product -> revised.add("product " + product.getProductId()));
    stores.forEach(store -> revised.add("store " + store.getStoreId()));
    happenAfter();
  }

  /** Of which products and stores it was told, in turn. */
  public synchronized List<String> revised() {
    return List.copyOf(revised);
  }

  /** What it has taken, in turn. */
  public synchronized List<OrderPlaced> orders() {
    return List.copyOf(orders.values());
  }

  /** The ids of that. */
  public List<String> ids() {
    return orders().stream().map(OrderPlaced::getOrderId).toList();
  }

  @Override
  public Receipt order(Basket basket) {
    throw new UnsupportedOperationException("whole orders are what others send");
  }

  @Override
  public Map<String, Long> available(List<String> productIds) {
    return Map.of();
  }
}
