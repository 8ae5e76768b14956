package dev.highstreet.jobs.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.jobs.enrich.BookedLine;
import dev.highstreet.jobs.enrich.BookedTransaction;
import dev.highstreet.jobs.fold.Folding;
import dev.highstreet.jobs.sales.SalesFolding.GroupInBlock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Folds whole transactions into every group of every period that they touch. The period comes from
 * the transaction's occurredAt, never from an element's timestamp, which may be a timer's.
 */
final class SalesFolding
    implements Folding<BookedTransaction, GroupInBlock, SalesTotals, SalesDelta> {
  private static final long serialVersionUID = 1L;

  /** One group of one period of one mart. */
  record GroupInBlock(Block block, String group) {}

  private final ZoneId zone;

  SalesFolding(ZoneId zone) {
    this.zone = requireNonNull(zone, "zone is null");
  }

  @Override
  public void fold(BookedTransaction transaction, Map<GroupInBlock, SalesTotals> partials) {
    ZonedDateTime time = Instant.ofEpochMilli(transaction.transaction().occurredAt()).atZone(zone);
    for (Grouping grouping : Grouping.values()) {
      for (Grain grain : grouping.grains()) {
        fold(transaction, grouping, grain, grain.period(time), partials);
      }
    }
  }

  private static void fold(
      BookedTransaction transaction,
      Grouping grouping,
      Grain grain,
      long period,
      Map<GroupInBlock, SalesTotals> partials) {
    Map<String, SalesTotals> touched = new HashMap<>();
    for (BookedLine line : transaction.lines()) {
      String group = grouping.group(transaction, line);
      SalesTotals totals = touched.get(group);
      if (totals == null) {
        GroupInBlock key = new GroupInBlock(Block.of(grouping, grain, period, group), group);
        totals = partials.computeIfAbsent(key, none -> new SalesTotals());
        touched.put(group, totals);
        totals.addOrder(transaction);
      }
      totals.addLine(transaction, line);
    }
  }

  @Override
  public SalesDelta delta(GroupInBlock key, SalesTotals partial) {
    return new SalesDelta(key.block(), key.group(), partial);
  }
}
