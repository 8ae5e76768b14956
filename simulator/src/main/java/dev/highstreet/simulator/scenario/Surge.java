package dev.highstreet.simulator.scenario;

import dev.highstreet.simulator.engine.Happening;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.market.Promotion;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * A promotion that brings people: t after it began, purchases come at 1 + A·exp(−t/τ) times the
 * usual rate. What is usual is left as it is, and the excess is added, minute by minute.
 */
final class Surge implements Happening {
  private static final long MINUTE = 60_000;
  private static final long LONGEST_LEAD = 12 * MINUTE;
  private static final double NEGLIGIBLE = 1e-4;
  private static final long EXTRA = 1L << 62; // no purchase that is planned has an entity like that
  private static final double HOUR_MILLIS = 3_600_000;

  private final Stage stage;
  private final int purpose;
  private final long from;
  private final long to;
  private final double amplitude;
  private final double decayMillis;
  private final Promotion promotion;
  private boolean over;

  Surge(Stage stage, ScenarioPlan plan, Promotion promotion, long from, long to) {
    this.stage = stage;
    this.purpose = plan.kind().label().hashCode();
    this.from = from;
    this.to = to;
    this.amplitude = plan.parameter("amplitude");
    this.decayMillis = plan.parameter("decayHours") * HOUR_MILLIS;
    this.promotion = promotion;
  }

  @Override
  public void happen(long now) {
    double excess = amplitude * Math.exp(-(now - from) / decayMillis);
    if (over || now >= to || excess < NEGLIGIBLE) {
      return;
    }
    long minute = now / MINUTE;
    long seed = stage.world().seed();
    double expected = stage.usualRate() * excess;
    if (expected > 0) {
      int count = PoissonSampler.of(RandomStream.of(seed, purpose, minute), expected).sample();
      for (int i = 0; i < count; i++) {
        long entity = EXTRA | RandomStream.mix(RandomStream.mix(purpose, minute), i) >>> 2;
        RandomStream random = RandomStream.of(seed, purpose, entity);
        long at = now + MINUTE + random.nextLong(LONGEST_LEAD - MINUTE);
        stage.purchase(at, entity, random, promotion);
      }
    }
    stage.world().at(now + MINUTE, this);
  }

  /** No more come. */
  void end() {
    over = true;
  }
}
