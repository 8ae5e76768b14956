package dev.highstreet.simulator.browsing;

import dev.highstreet.schemas.ActivityKind;
import dev.highstreet.simulator.engine.Happening;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.RandomStream;

/**
 * The session that leads to an order on the website: what is bought goes into the cart, most of it
 * after a look, and the checkout begins before the order comes.
 */
final class BuyingSession implements Happening {
  private static final int LOOKED_AT_ALL = 12; // beyond so many lines people order from a list
  private static final double LOOKS = 0.3;

  private final Sessions sessions;
  private final OrderDraft order;
  private final String id;
  private final RandomStream random;
  private int step;
  private int line;
  private boolean searched;
  private boolean viewed;

  BuyingSession(Sessions sessions, OrderDraft order, String id, RandomStream random) {
    this.sessions = sessions;
    this.order = order;
    this.id = id;
    this.random = random;
  }

  @Override
  public void happen(long now) {
    long pause = 0;
    while (pause == 0) {
      click();
      step++;
      int lines = order.products().length;
      if (line > lines) {
        return;
      }
      // clicks are spread evenly over what time is left, and the last comes before the order
      int left = 2 * (lines - line) + 2;
      double share = (0.5 + random.nextDouble()) / left;
      pause = (long) ((order.at() - now) * share);
    }
    sessions.world().at(now + pause, this);
  }

  private void click() {
    if (step == 0) {
      emit(ActivityKind.SESSION_STARTED, null, null, null);
    } else if (line == order.products().length) {
      line++;
      emit(ActivityKind.CHECKOUT_STARTED, null, null, null);
    } else {
      shop(order.products()[line]);
    }
  }

  private void shop(int product) {
    String productId = sessions.catalogue().product(product).id();
    if (!searched && !viewed && random.nextDouble() < sessions.profile().searchShare()) {
      searched = true;
      emit(ActivityKind.SEARCHED, null, sessions.catalogue().search(product), null);
    } else if (!viewed && (searched || line < LOOKED_AT_ALL || random.nextDouble() < LOOKS)) {
      viewed = true;
      emit(ActivityKind.PRODUCT_VIEWED, productId, null, null);
    } else {
      searched = false;
      viewed = false;
      emit(ActivityKind.CART_ADDED, productId, null, order.quantities()[line]);
      line++;
    }
  }

  private void emit(ActivityKind kind, String product, String query, Integer quantity) {
    sessions.emit(
        Sessions.SESSION,
        order.entity(),
        step,
        id,
        sessions.known(order.customer()),
        order.store(),
        kind,
        product,
        query,
        quantity);
  }
}
