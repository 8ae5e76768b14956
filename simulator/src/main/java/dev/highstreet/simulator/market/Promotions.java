package dev.highstreet.simulator.market;

import java.util.ArrayList;
import java.util.List;

/** The promotions of the moment. */
public final class Promotions {
  private final List<Promotion> running = new ArrayList<>();

  /** None. */
  public Promotions() {}

  /** A promotion begins. */
  public void begin(Promotion promotion) {
    running.add(promotion);
  }

  /** A promotion ends; nothing happens if it has ended. */
  public void end(Promotion promotion) {
    running.remove(promotion);
  }

  /** The promotion that takes most off a product; null if there is none. */
  public Promotion best(int product) {
    Promotion best = null;
    for (int i = 0; i < running.size(); i++) {
      Promotion promotion = running.get(i);
      if (promotion.products().get(product)
          && (best == null || promotion.permille() > best.permille())) {
        best = promotion;
      }
    }
    return best;
  }
}
