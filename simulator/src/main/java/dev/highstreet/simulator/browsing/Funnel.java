package dev.highstreet.simulator.browsing;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Browsing;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * How many sessions come to nothing for each that ends in an order, and how far they get. With a
 * share a of carts left behind there are a / (1 − a) such carts for each order, and so for
 * checkouts.
 *
 * @param idle how many sessions without an order there are for one with; to be given a stream
 * @param checkoutShare share of these that end in the checkout
 * @param cartShare share of these that end with a cart, before the checkout
 */
record Funnel(SharedStateDiscreteSampler idle, double checkoutShare, double cartShare) {
  /** How far a session gets that ends without an order. */
  enum End {
    LOOKED,
    CART,
    CHECKOUT
  }

  static Funnel of(Browsing profile, double conversion) {
    double lost = (1 - conversion) / conversion;
    double checkouts = profile.checkoutAbandonment() / (1 - profile.checkoutAbandonment());
    double carts = profile.cartAbandonment() / (1 - profile.cartAbandonment());
    double most = Math.max(lost, carts);
    return new Funnel(
        idle(conversion, profile.sampled()),
        most == 0 ? 0 : checkouts / most,
        most == 0 ? 0 : (carts - checkouts) / most);
  }

  /** How many people come and buy nothing for each who buys. */
  static SharedStateDiscreteSampler idle(double conversion, double sampled) {
    return Sessions.poisson((1 - conversion) / conversion * sampled);
  }

  End end(RandomStream random) {
    double where = random.nextDouble();
    if (where < checkoutShare) {
      return End.CHECKOUT;
    }
    return where < checkoutShare + cartShare ? End.CART : End.LOOKED;
  }
}
