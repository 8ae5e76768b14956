package dev.highstreet.simulator.browsing;

import dev.highstreet.schemas.ActivityKind;
import dev.highstreet.simulator.engine.Happening;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.market.Ids;

/**
 * A session that ends without an order: somebody looks around, may search, put something on a wish
 * list or into the cart, and even begin to check out. Each click puts down the next.
 */
final class IdleSession implements Happening {
  private static final int IDLE = "idle-session".hashCode();
  private static final double TAKES_OUT = 0.2;
  private static final int MOST_UNITS = 3;

  private final Sessions sessions;
  private final long entity;
  private final int store;
  private final Funnel.End end;
  private RandomStream random;
  private String id;
  private String customer;
  private int step;
  private int views;
  private int product = -1;
  private int carted = -1;
  private int units;
  private boolean searched;
  private boolean viewed;

  IdleSession(Sessions sessions, long entity, int store, Funnel.End end) {
    this.sessions = sessions;
    this.entity = entity;
    this.store = store;
    this.end = end;
  }

  @Override
  public void happen(long now) {
    if (step == 0) {
      begin();
    } else if (!goOn()) {
      return;
    }
    step++;
    sessions.world().at(now + sessions.dwell().next(random), this);
  }

  private void begin() {
    random = RandomStream.of(sessions.world().seed(), IDLE, entity);
    id = Ids.code('S', RandomStream.mix(sessions.world().seed() ^ IDLE, entity));
    views = sessions.views(random);
    customer = sessions.known(sessions.anybody(random));
    emit(ActivityKind.SESSION_STARTED, -1, null, 0);
  }

  /** The next click; false once there is none. */
  private boolean goOn() {
    if (viewed) {
      viewed = false;
      if (end != Funnel.End.LOOKED && (carted < 0 || views == 0)) {
        carted = product;
        units = 1 + random.nextInt(MOST_UNITS);
        emit(ActivityKind.CART_ADDED, carted, null, units);
        return true;
      }
      if (random.nextDouble() < sessions.profile().wishlistShare()) {
        emit(ActivityKind.WISHLISTED, product, null, 0);
        return true;
      }
    }
    if (views > 0) {
      return look();
    }
    return end != Funnel.End.LOOKED && leave();
  }

  private boolean look() {
    if (!searched) {
      product = sessions.anyProduct(random);
      if (product < 0) {
        return false;
      }
      if (random.nextDouble() < sessions.profile().searchShare()) {
        searched = true;
        emit(ActivityKind.SEARCHED, -1, sessions.catalogue().search(product), 0);
        return true;
      }
    }
    searched = false;
    viewed = true;
    views--;
    emit(ActivityKind.PRODUCT_VIEWED, product, null, 0);
    return true;
  }

  /** The last click of somebody with a cart; null products are no clicks. */
  private boolean leave() {
    if (carted < 0) {
      return false;
    }
    int last = carted;
    carted = -1;
    if (end == Funnel.End.CHECKOUT) {
      emit(ActivityKind.CHECKOUT_STARTED, -1, null, 0);
    } else if (random.nextDouble() < TAKES_OUT) {
      emit(ActivityKind.CART_REMOVED, last, null, units);
    } else {
      return false;
    }
    return true;
  }

  private void emit(ActivityKind kind, int about, String query, int quantity) {
    sessions.emit(
        IDLE,
        entity,
        step,
        id,
        customer,
        store,
        kind,
        about < 0 ? null : sessions.catalogue().product(about).id(),
        query,
        quantity == 0 ? null : (Integer) quantity);
  }
}
