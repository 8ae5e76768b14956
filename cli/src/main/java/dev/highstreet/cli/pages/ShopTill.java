package dev.highstreet.cli.pages;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.intake.Receipt;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Sale;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.counter.Transaction;
import dev.highstreet.simulator.live.SimulatorControl;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The till of the simulated shop of this process: what it takes is in the truth, too. */
final class ShopTill implements Till {
  private static final long PATIENCE_SECONDS = 5;

  private final SimulatorControl control;

  ShopTill(SimulatorControl control) {
    this.control = requireNonNull(control, "control is null");
  }

  @Override
  public Receipt order(Basket basket) {
    dev.highstreet.simulator.counter.Receipt taken = await(() -> control.order(asked(basket)));
    return new Receipt(
        taken.orderId(),
        taken.at(),
        taken.lines().stream()
            .map(
                line ->
                    new Receipt.Line(
                        line.productId(),
                        line.name(),
                        line.quantity(),
                        line.unitPriceMicros(),
                        line.discountMicros()))
            .toList(),
        taken.netMicros(),
        taken.shippingFeeMicros());
  }

  private static dev.highstreet.simulator.counter.Basket asked(Basket basket) {
    List<dev.highstreet.simulator.counter.Basket.Line> lines = new ArrayList<>();
    for (Basket.Line line : basket.lines()) {
      String place = "lines[%d]".formatted(lines.size());
      try {
        lines.add(
            new dev.highstreet.simulator.counter.Basket.Line(line.productId(), line.quantity()));
      } catch (RefusedException e) {
        throw e.within(place);
      }
    }
    return new dev.highstreet.simulator.counter.Basket(
        lines,
        basket.storeId().orElse(null),
        basket.customerId().orElse(null),
        method(basket.paymentMethod()),
        basket.address(),
        basket.userAgent());
  }

  private static PaymentMethod method(String name) {
    return Arrays.stream(PaymentMethod.values())
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    "paymentMethod",
                    "paymentMethod is \"%s\": give one of %s"
                        .formatted(name, Arrays.toString(PaymentMethod.values()))));
  }

  @Override
  public List<Receipt> take(List<OrderPlaced> orders) {
    var intake = await(() -> control.take(sales(orders)));
    ShopWindow window = control.window();
    return orders.stream()
        .map(
            order ->
                new Receipt(
                    order.getOrderId(),
                    occurredAt(order).orElse(intake.receivedAt()),
                    order.getLines().stream()
                        .map(
                            line ->
                                new Receipt.Line(
                                    line.getProductId(),
                                    name(window, line.getProductId()),
                                    line.getQuantity(),
                                    line.getUnitPriceMicros(),
                                    line.getDiscountMicros()))
                        .toList(),
                    order.getLines().stream()
                        .mapToLong(
                            line ->
                                line.getQuantity() * line.getUnitPriceMicros()
                                    - line.getDiscountMicros())
                        .sum(),
                    order.getShippingFeeMicros()))
        .toList();
  }

  private static String name(ShopWindow window, String productId) {
    return window
        .product(productId)
        .map(ShopWindow.Item::name)
        .orElseGet(() -> window.others().getOrDefault(productId, productId));
  }

  private static List<Transaction> sales(List<OrderPlaced> orders) {
    List<Transaction> sales = new ArrayList<>(orders.size());
    for (OrderPlaced order : orders) {
      try {
        sales.add(sale(order));
      } catch (RefusedException e) {
        throw e.within("transactions[%d]".formatted(sales.size()));
      }
    }
    return sales;
  }

  private static Optional<Instant> occurredAt(OrderPlaced order) {
    return Optional.of(order.getOccurredAt()).filter(time -> !time.equals(WHEN_TAKEN));
  }

  private static Sale sale(OrderPlaced order) {
    return new Sale(
        order.getOrderId(),
        occurredAt(order).orElse(null),
        order.getStoreId(),
        order.getCustomerId(),
        lines(order),
        order.getShippingFeeMicros(),
        order.getTaxIncludedMicros(),
        order.getPaymentMethod(),
        order.getIpAddress(),
        order.getUserAgent());
  }

  private static List<Sale.Line> lines(OrderPlaced order) {
    List<Sale.Line> lines = new ArrayList<>(order.getLines().size());
    for (OrderLine line : order.getLines()) {
      int revision = line.getProductRevision();
      try {
        lines.add(
            new Sale.Line(
                line.getProductId(),
                revision == NEWEST_REVISION ? null : revision,
                line.getQuantity(),
                line.getUnitPriceMicros(),
                line.getDiscountMicros(),
                line.getPromotionId()));
      } catch (RefusedException e) {
        throw e.within("lines[%d]".formatted(lines.size()));
      }
    }
    return lines;
  }

  @Override
  public void revise(List<ProductRevised> products, List<StoreRevised> stores) {
    if (!products.isEmpty() || !stores.isEmpty()) {
      var unused = await(() -> control.revise(ToldRevisions.of(products, stores)));
    }
  }

  @Override
  public Map<String, Long> available(List<String> productIds) {
    ShopWindow window = control.window();
    Map<String, Long> available = new LinkedHashMap<>();
    for (String id : productIds) {
      window.product(id).ifPresent(item -> available.put(id, item.active() ? item.available() : 0));
      if (window.others().containsKey(id)) {
        available.put(id, 0L); // others sell it
      }
    }
    return available;
  }

  /** Hands something over, and waits until the shop has had its say. */
  private static <T> T await(Supplier<CompletableFuture<T>> handed) {
    try {
      return handed.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (RefusedException e) {
      throw refused(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedException refusal) {
        throw refused(refusal);
      }
      throw closed(String.valueOf(e.getCause().getMessage()));
    } catch (IllegalStateException e) {
      throw closed(e.getMessage());
    } catch (TimeoutException e) {
      throw closed("it did not answer within %d s".formatted(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw closed("this process is ending");
    }
  }

  private static RequestProblem refused(RefusedException e) {
    return new RequestProblem(
        HttpStatus.BAD_REQUEST,
        "The shop does not take this",
        e.getMessage(),
        e.faults().stream()
            .map(fault -> new FieldProblem(fault.field(), "", fault.message()))
            .toList());
  }

  private static RequestProblem closed(String why) {
    return new RequestProblem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The shop takes no orders now",
        "The simulated shop: %s. Nothing was taken, or it goes its way: ask for the order before you try again."
            .formatted(why));
  }
}
