package dev.highstreet.cli.pages;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.sales.SalesJobs;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.monitoring.Healing;
import dev.highstreet.dashboard.simulator.Realism;
import dev.highstreet.dashboard.simulator.Simulator;
import dev.highstreet.simulator.live.SimulatorControl;
import java.util.Optional;

/** What stands behind the pages of a platform of this process. */
public final class PageOperations implements Operations {
  /**
   * A simulated shop.
   *
   * @param identity what shop it is
   * @param control steers it
   * @param realism tells how like a real one it is
   */
  public record Shop(Simulator.Identity identity, SimulatorControl control, Realism realism) {
    public Shop {
      requireNonNull(identity, "identity is null");
      requireNonNull(control, "control is null");
      requireNonNull(realism, "realism is null");
    }
  }

  private final Healing healing;
  private final Optional<Shop> shop;

  /**
   * Offers what there is.
   *
   * @param platform whose pages they are
   * @param jobs submits jobs to it
   * @param shop the simulated shop that feeds the topics, if one does
   */
  public PageOperations(LocalPlatform platform, SalesJobs jobs, Optional<Shop> shop) {
    this.healing = new Healer(platform, jobs);
    this.shop = requireNonNull(shop, "shop is null");
  }

  @Override
  public Optional<Healing> healing() {
    return Optional.of(healing);
  }

  @Override
  public Optional<Simulator> simulator() {
    return shop.map(open -> new SteeredShop(open.control(), open.identity()));
  }

  @Override
  public Optional<Realism> realism() {
    return shop.map(Shop::realism);
  }

  @Override
  public Optional<Till> till() {
    return shop.map(open -> new ShopTill(open.control()));
  }

  @Override
  public boolean ordersGoToKafka() {
    return shop.isEmpty();
  }
}
