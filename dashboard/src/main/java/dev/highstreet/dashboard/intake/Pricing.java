package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.catalogue.ProductQuery;
import dev.highstreet.dashboard.catalogue.Store;
import dev.highstreet.dashboard.catalogue.StoreQuery;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes an order of a person's basket, at the list prices of today. */
final class Pricing {
  private static final int ID_BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ProductQuery products;
  private final StoreQuery stores;

  Pricing(ProductQuery products, StoreQuery stores) {
    this.products = requireNonNull(products, "products is null");
    this.stores = requireNonNull(stores, "stores is null");
  }

  /** An order without an event id yet, and what its buyer is given. */
  record Priced(OrderPlaced order, Receipt receipt) {}

  /**
   * The order that the basket is.
   *
   * @throws RequestProblem 400 naming each line at fault
   */
  Priced price(Basket basket, Instant now) {
    List<FieldProblem> faults = new ArrayList<>();
    Map<String, Product> known = known(basket);
    List<OrderLine> lines = new ArrayList<>();
    List<Receipt.Line> charged = new ArrayList<>();
    long total = 0;
    if (basket.lines().isEmpty() || basket.lines().size() > Basket.MOST_LINES) {
      throw RequestProblem.wrongField(
          "lines", basket.lines().size() + " lines", "1 to %d lines".formatted(Basket.MOST_LINES));
    }
    for (int i = 0; i < basket.lines().size(); i++) {
      Basket.Line line = basket.lines().get(i);
      Optional<FieldProblem> fault = fault(line, known.get(line.productId()), i);
      if (fault.isPresent()) {
        faults.add(fault.get());
        continue;
      }
      Product product = known.get(line.productId());
      long price = Amount.micros(product.listPrice());
      lines.add(
          new OrderLine(i + 1, product.id(), product.revision(), line.quantity(), price, 0L, null));
      charged.add(new Receipt.Line(product.id(), product.name(), line.quantity(), price, 0));
      total = Math.addExact(total, Math.multiplyExact(price, line.quantity()));
    }
    String store = store(basket, faults);
    PaymentMethod method = paymentMethod(basket, faults);
    if (total > Amount.MOST_MICROS) {
      faults.add(new FieldProblem("lines", Amount.text(total), Amount.BOUND));
    }
    if (!faults.isEmpty()) {
      throw RequestProblem.wrongFields(faults);
    }
    OrderPlaced order = order(basket, store, method, lines, total, now);
    return new Priced(order, new Receipt(order.getOrderId(), now, charged, total, 0));
  }

  private Map<String, Product> known(Basket basket) {
    List<String> ids = basket.lines().stream().map(Basket.Line::productId).distinct().toList();
    return products.ofIds(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
  }

  private static Optional<FieldProblem> fault(Basket.Line line, Product product, int at) {
    if (line.quantity() < 1 || line.quantity() > Basket.MOST_OF_A_LINE) {
      return Optional.of(
          new FieldProblem(
              "lines[%d].quantity".formatted(at),
              String.valueOf(line.quantity()),
              "a whole number from 1 to %d".formatted(Basket.MOST_OF_A_LINE)));
    }
    if (product == null || !product.active()) {
      return Optional.of(
          new FieldProblem(
              "lines[%d].productId".formatted(at),
              line.productId(),
              product == null
                  ? "a product that there is, as GET /api/products tells"
                  : "a product that is still sold"));
    }
    if (product.listPrice().signum() <= 0) {
      return Optional.of(
          new FieldProblem(
              "lines[%d].productId".formatted(at), line.productId(), "a product with a price"));
    }
    if (Amount.micros(product.listPrice()) > Amount.MOST_MICROS / line.quantity()) {
      return Optional.of(
          new FieldProblem(
              "lines[%d].quantity".formatted(at), String.valueOf(line.quantity()), Amount.BOUND));
    }
    return Optional.empty();
  }

  private String store(Basket basket, List<FieldProblem> faults) {
    if (basket.storeId().isEmpty()) {
      return stores
          .website()
          .map(Store::id)
          .orElseThrow(
              () ->
                  new RequestProblem(
                      HttpStatus.SERVICE_UNAVAILABLE,
                      "There is no store yet",
                      "No website is known: the shop's stores have not come. Feed the shop first."));
    }
    String id = basket.storeId().get();
    if (stores.ofIds(List.of(id)).isEmpty()) {
      faults.add(
          new FieldProblem("storeId", id, "a store that there is, as GET /api/stores tells"));
    }
    return id;
  }

  private static PaymentMethod paymentMethod(Basket basket, List<FieldProblem> faults) {
    return Arrays.stream(PaymentMethod.values())
        .filter(method -> method.name().equals(basket.paymentMethod()))
        .findFirst()
        .orElseGet(
            () -> {
              faults.add(
                  new FieldProblem(
                      "paymentMethod",
                      basket.paymentMethod(),
                      "one of " + Arrays.toString(PaymentMethod.values())));
              return PaymentMethod.UNKNOWN;
            });
  }

  private static OrderPlaced order(
      Basket basket,
      String store,
      PaymentMethod method,
      List<OrderLine> lines,
      long total,
      Instant now) {
    return OrderPlaced.newBuilder()
        .setEventId(EventIdentity.none())
        .setOccurredAt(now)
        .setReceivedAt(now)
        .setOrderId(newId())
        .setCustomerId(basket.customerId().orElse(null))
        .setStoreId(store)
        .setLines(lines)
        .setReportedTotalMicros(total)
        .setPaymentMethod(method)
        .setIpAddress(basket.address().isEmpty() ? null : basket.address())
        .setUserAgent(basket.userAgent().isEmpty() ? null : basket.userAgent())
        .build();
  }

  private static String newId() {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    return "W-" + HexFormat.of().formatHex(random);
  }
}
