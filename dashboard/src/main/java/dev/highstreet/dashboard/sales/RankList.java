package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A ranked list with the whole that shares are taken of.
 *
 * @param ranks best first
 * @param whole revenue of everything in the period
 */
public record RankList(List<Rank> ranks, BigDecimal whole) {
  public RankList {
    ranks = List.copyOf(ranks);
    requireNonNull(whole, "whole is null");
  }

  /** A line's share of everything. */
  public String share(Rank rank) {
    return Format.share(rank.revenue(), whole);
  }

  /**
   * Length of a line's bar, in percent of the longest; 0 for none and for what was only refunded.
   */
  public String length(Rank rank) {
    BigDecimal longest = ranks.get(0).revenue();
    if (longest.signum() <= 0 || rank.revenue().signum() <= 0) {
      return "0%";
    }
    return rank.revenue().movePointRight(2).divide(longest, 1, RoundingMode.HALF_UP) + "%";
  }
}
