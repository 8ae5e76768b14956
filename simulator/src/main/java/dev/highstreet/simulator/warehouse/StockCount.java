package dev.highstreet.simulator.warehouse;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.profile.StockProfile;
import java.time.LocalDate;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Cycle counting: each evening some shelves are counted, and the books are put right. What was
 * lost, broken or stolen grows with what went through a shelf; now and then something turns up.
 * What is promised to an order is there.
 */
final class StockCount {
  private static final int COUNT = "count".hashCode();
  private static final double WORKING_DAYS_A_YEAR = 252;

  private final StockProfile profile;
  private final World world;
  private final Shelves shelves;
  private final StockLedger ledger;
  private final int every;
  private int evenings;

  StockCount(StockProfile profile, World world, Shelves shelves, StockLedger ledger) {
    this.profile = profile;
    this.world = world;
    this.shelves = shelves;
    this.ledger = ledger;
    double evenings = WORKING_DAYS_A_YEAR / profile.countsAYear();
    this.every = (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(evenings)));
  }

  void evening(LocalDate day) {
    int shelfCount = world.products() * shelves.sites();
    if (profile.countsAYear() > 0) {
      ledger.as(MovementKind.ADJUSTED);
      for (int shelf = evenings % every; shelf < shelfCount; shelf += every) {
        count(shelf, day);
      }
      evenings++;
    }
  }

  private void count(int shelf, LocalDate day) {
    double losses = profile.lossShare() * shelves.pickedSinceCount(shelf);
    if (losses > 0) {
      RandomStream random =
          RandomStream.of(world.seed(), COUNT, RandomStream.mix(shelf, day.toEpochDay()));
      int units = PoissonSampler.of(random, losses).sample();
      boolean found = random.nextDouble() < profile.foundShare();
      if (units > 0 && found) {
        shelves.find(shelf, units, ledger);
      } else if (units > 0) {
        int lost = Math.min(units, shelves.available(shelf));
        if (lost > 0) {
          shelves.remove(shelf, lost, ledger);
        }
      }
    }
  }
}
