package dev.highstreet.dashboard.intake;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where orders from outside are taken. Any thread may call. */
public interface Till {
  /** The time of an order that does not say when it occurred: when it is taken. */
  Instant WHEN_TAKEN = Instant.EPOCH;

  /** The revision of a line that does not say which was sold, or of one that is the next. */
  int NEWEST_REVISION = 0;

  /**
   * Takes a person's basket as an order, at the shop's prices and on the shop's clock. Returns once
   * it is on its way to Kafka.
   *
   * @throws dev.highstreet.dashboard.shell.RequestProblem 400 naming each line at fault (unknown or
   *     withdrawn product, quantity out of bounds, out of stock), or 503 if nothing takes orders
   *     now
   */
  Receipt order(Basket basket);

  /**
   * Takes whole orders as another system tells them, all of them or none. One whose order id and
   * content were taken before is the same event, and counts as repeated: its event id follows from
   * what is given here.
   *
   * @param orders event id and receivedAt are set anew; {@link #WHEN_TAKEN} and {@link
   *     #NEWEST_REVISION} stand for what is not said
   * @return a receipt for each, in their order
   * @throws dev.highstreet.dashboard.shell.RequestProblem 400 naming each at fault, such as {@code
   *     transactions[3].lines[0].productId}, or 503
   */
  List<Receipt> take(List<OrderPlaced> orders);

  /**
   * Takes what another system tells of products and stores, all of it or nothing. What says the
   * same as is known is passed over, so that it may be told again. From then on orders may name
   * them; without a simulated shop, once the job has read them.
   *
   * @param products event ids and times are set anew; {@link #NEWEST_REVISION} stands for the next;
   *     of one product, in their order
   * @param stores the same; opened at {@link #WHEN_TAKEN} stands for as before, or now
   * @throws dev.highstreet.dashboard.shell.RequestProblem 400 naming each at fault, such as {@code
   *     revisions[3].revision}, the products counted first; or 503
   */
  void revise(List<ProductRevised> products, List<StoreRevised> stores);

  /**
   * How many of these products can be had now; a product that is not counted is not in the map.
   *
   * @param productIds a page of products
   */
  Map<String, Long> available(List<String> productIds);
}
