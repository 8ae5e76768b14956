package dev.highstreet.cli.pages;

import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.sales.SalesJobs;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.monitoring.Healing;
import java.util.Optional;

/** What stands behind the pages of a platform of this process. */
public final class PageOperations implements Operations {
  private final Healing healing;

  /**
   * Offers what there is.
   *
   * @param platform whose pages they are
   * @param jobs submits jobs to it
   */
  public PageOperations(LocalPlatform platform, SalesJobs jobs) {
    this.healing = new Healer(platform, jobs);
  }

  @Override
  public Optional<Healing> healing() {
    return Optional.of(healing);
  }
}
