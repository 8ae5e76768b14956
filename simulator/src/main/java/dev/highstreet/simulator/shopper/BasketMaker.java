package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Product;
import dev.highstreet.simulator.profile.Profile;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Fills a shopper's basket. Immutable. */
final class BasketMaker {
  private static final int TRIES = 8;

  private final PriceList prices;
  private final double[] lines;
  private final double[][] quantities;
  private final SharedStateDiscreteSampler[] popularity;

  BasketMaker(Profile profile, PriceList prices, long seed) {
    this.prices = prices;
    this.lines = profile.baskets().lines().toArray();
    List<Product> products = profile.assortment().products();
    this.quantities = products.stream().map(p -> p.quantities().toArray()).toArray(double[][]::new);
    this.popularity = new SharedStateDiscreteSampler[profile.assortment().months()];
    for (int month = 0; month < popularity.length; month++) {
      int m = month;
      popularity[month] =
          AliasMethodDiscreteSampler.of(
              RandomStream.of(seed, "basket", 0),
              products.stream().mapToDouble(p -> p.popularity().at(m)).toArray());
    }
  }

  Purchase fill(int customer, Person person, LocalDate day, long at, RandomStream random) {
    int wanted = (int) Math.round(Quantiles.at(lines, random.nextDouble()));
    SharedStateDiscreteSampler choice =
        popularity[prices.month(day)].withUniformRandomProvider(random);
    Picked picked = new Picked(wanted);
    for (int line = 0; line < wanted; line++) {
      for (int attempt = 0; attempt < TRIES && !picked.add(choice.sample()); attempt++) {
        // the product is in the basket already: another one
      }
    }
    int[] products = picked.products();
    int[] units = new int[products.length];
    for (int line = 0; line < units.length; line++) {
      double quantity = Quantiles.at(quantities[products[line]], random.nextDouble());
      units[line] = (int) Math.max(1, Math.round(quantity));
    }
    return new Purchase(customer, at, products, units, new long[products.length]);
  }
}
