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
import java.util.List;
import java.util.Map;

/**
 * Folds whole transactions into every group of every period that they touch. The period comes from
 * the transaction's occurredAt, never from an element's timestamp, which may be a timer's.
 */
final class SalesFolding
    implements Folding<BookedTransaction, GroupInBlock, SalesPartial, SalesDelta> {
  private static final long serialVersionUID = 1L;

  /** One group of one period of one mart. */
  record GroupInBlock(Block block, String group) {
    private static final int GOLDEN = 0x9E3779B9; // 2^32 / φ: Fibonacci hashing

    /**
     * Days that follow each other, and stock codes that do, would meet in the same hash: a record's
     * own is the sum of both, 31 times the one.
     */
    @Override
    public int hashCode() {
      return block.hashCode() * GOLDEN + group.hashCode();
    }
  }

  private final ZoneId zone;
  private final SalesMart[] marts;

  /** Into these marts. */
  SalesFolding(ZoneId zone, List<SalesMart> marts) {
    this.zone = requireNonNull(zone, "zone is null");
    this.marts = marts.toArray(SalesMart[]::new);
  }

  @Override
  public void fold(BookedTransaction transaction, Map<GroupInBlock, SalesPartial> partials) {
    ZonedDateTime time = Instant.ofEpochMilli(transaction.transaction().occurredAt()).atZone(zone);
    for (SalesMart mart : marts) {
      fold(transaction, mart, mart.grain().period(time), partials);
    }
  }

  private static void fold(
      BookedTransaction transaction,
      SalesMart mart,
      long period,
      Map<GroupInBlock, SalesPartial> partials) {
    Grouping grouping = mart.grouping();
    if (grouping.isOfTransaction() || transaction.lines().size() == 1) {
      String group = grouping.group(transaction, transaction.lines().get(0));
      SalesPartial sums = begin(transaction, mart, period, group, partials);
      transaction.lines().forEach(line -> sums.addLine(transaction, line));
      return;
    }
    Map<String, SalesPartial> touched = new HashMap<>();
    for (BookedLine line : transaction.lines()) {
      String group = grouping.group(transaction, line);
      SalesPartial sums = touched.get(group);
      if (sums == null) {
        sums = begin(transaction, mart, period, group, partials);
        touched.put(group, sums);
      }
      sums.addLine(transaction, line);
    }
  }

  /** A group that the transaction had not touched before. */
  private static SalesPartial begin(
      BookedTransaction transaction,
      SalesMart mart,
      long period,
      String group,
      Map<GroupInBlock, SalesPartial> partials) {
    Block block = Block.of(mart.grouping(), mart.grain(), period, group);
    SalesPartial sums =
        partials.computeIfAbsent(new GroupInBlock(block, group), none -> new SalesPartial());
    sums.addOrder(transaction);
    return sums;
  }

  @Override
  public SalesDelta delta(GroupInBlock key, SalesPartial partial) {
    return new SalesDelta(key.block(), key.group(), partial);
  }
}
