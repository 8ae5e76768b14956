package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Whichever till is open when somebody comes. */
public final class CurrentTill implements Till {
  private final Supplier<Optional<Till>> open;

  /**
   * Asks each time.
   *
   * @param open the till that is open; empty if none is
   */
  public CurrentTill(Supplier<Optional<Till>> open) {
    this.open = requireNonNull(open, "open is null");
  }

  @Override
  public Receipt order(Basket basket) {
    return till().order(basket);
  }

  @Override
  public List<Receipt> take(List<OrderPlaced> orders) {
    return till().take(orders);
  }

  @Override
  public void revise(List<ProductRevised> products, List<StoreRevised> stores) {
    till().revise(products, stores);
  }

  /** Nothing while none is open. */
  @Override
  public Map<String, Long> available(List<String> productIds) {
    return open.get().map(till -> till.available(productIds)).orElse(Map.of());
  }

  private Till till() {
    return open.get()
        .orElseThrow(
            () ->
                new RequestProblem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Nothing takes orders now",
                    "No till is open behind this dashboard: try again once the shop is open."));
  }
}
