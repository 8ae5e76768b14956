package dev.highstreet.simulator.audit;

import static dev.highstreet.simulator.audit.Finding.check;

import dev.highstreet.schemas.ActivityKind;
import dev.highstreet.schemas.ShopperActivity;
import dev.highstreet.schemas.StoreType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What became of each session so far. */
final class SessionBook {
  /** A session: where, whose, and what is in its cart. */
  private static final class Session {
    private final String store;
    private String customer;
    private boolean checkedOut;
    private boolean ordered;
    private final Set<String> cart = new HashSet<>();

    private Session(String store) {
      this.store = store;
    }
  }

  private final MarketBook market;
  private final Map<String, Session> sessions = new HashMap<>();

  SessionBook(MarketBook market) {
    this.market = market;
  }

  void enter(ShopperActivity activity) {
    check(market.store(activity.getStoreId()) != null, "unknown store", activity);
    boolean visit = activity.getKind() == ActivityKind.STORE_VISITED;
    boolean first = visit || activity.getKind() == ActivityKind.SESSION_STARTED;
    Session session = sessions.get(activity.getSessionId());
    check((session == null) == first, "a session begins once, and with its beginning", activity);
    if (session == null) {
      session = new Session(activity.getStoreId());
      sessions.put(activity.getSessionId(), session);
      StoreType type = market.store(activity.getStoreId()).getType();
      check(visit == (type == StoreType.SHOP), "another kind of store", activity);
    }
    check(session.store.equals(activity.getStoreId()), "another store", activity);
    check(!session.ordered, "after its order", activity);
    String customer = activity.getCustomerId();
    check(customer == null || market.knowsCustomer(customer), "unknown customer", activity);
    check(
        session.customer == null || session.customer.equals(customer),
        "another customer",
        activity);
    session.customer = customer;
    product(activity, session);
  }

  private void product(ShopperActivity activity, Session session) {
    String product = activity.getProductId();
    boolean about =
        switch (activity.getKind()) {
          case PRODUCT_VIEWED, WISHLISTED, CART_ADDED, CART_REMOVED -> true;
          default -> false;
        };
    check((product != null) == about, "a product where there is none, or none", activity);
    check(product == null || market.product(product) != null, "unknown product", activity);
    boolean search = activity.getKind() == ActivityKind.SEARCHED;
    check((activity.getQuery() != null) == search, "query", activity);
    boolean cart =
        activity.getKind() == ActivityKind.CART_ADDED
            || activity.getKind() == ActivityKind.CART_REMOVED;
    check((activity.getQuantity() != null) == cart, "quantity", activity);
    check(!cart || activity.getQuantity() > 0, "quantity", activity);
    if (activity.getKind() == ActivityKind.CART_ADDED) {
      session.cart.add(product);
    } else if (activity.getKind() == ActivityKind.CART_REMOVED) {
      check(session.cart.remove(product), "never in the cart", activity);
    } else if (activity.getKind() == ActivityKind.CHECKOUT_STARTED) {
      check(!session.cart.isEmpty(), "checks out with an empty cart", activity);
      session.checkedOut = true;
    }
  }

  /** An order came of a session. */
  void ordered(String id, String store, Set<String> products, boolean web, Object order) {
    Session session = sessions.get(id);
    check(session != null, "unknown session", order);
    check(session.store.equals(store), "the session's store is another", order);
    check(!session.ordered, "a second order of its session", order);
    check(!web || session.checkedOut, "before the checkout", order);
    check(!web || session.cart.containsAll(products), "was never in the cart", order);
    session.ordered = true;
    session.cart.clear();
  }
}
