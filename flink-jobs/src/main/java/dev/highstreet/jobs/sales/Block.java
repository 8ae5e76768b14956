package dev.highstreet.jobs.sales;

/**
 * The key that totals are kept under: a share of a mart's groups in one period. One state entry and
 * one timer a block, not a group, is what keeps a million groups cheap.
 *
 * @param mart name of the mart, without schema; a string, as an enum's hash differs between
 *     processes
 * @param period as {@link Grain} numbers it
 * @param shard which share of the groups, from 0
 */
public record Block(String mart, long period, int shard) {
  static Block of(Grouping grouping, Grain grain, long period, String group) {
    return new Block(
        grouping.mart(grain), period, Math.floorMod(group.hashCode(), grouping.shards()));
  }
}
