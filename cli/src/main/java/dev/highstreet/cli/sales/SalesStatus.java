package dev.highstreet.cli.sales;

import dev.highstreet.schemas.Topic;
import java.util.Locale;

/** How a run stands, on one line. */
public final class SalesStatus {
  private SalesStatus() {}

  /** Orders and returns by what became of them. */
  public static String of(Ledger ledger) {
    TopicCounts orders = ledger.of(Topic.ORDERS.topicName());
    TopicCounts returns = ledger.of(Topic.RETURNS.topicName());
    return String.format(
        Locale.ROOT,
        "orders %,d · returns %,d · quarantined %,d · repeated %,d · late %,d · behind %,d",
        orders.accepted(),
        returns.accepted(),
        orders.quarantined() + returns.quarantined(),
        orders.repeated() + returns.repeated(),
        orders.late() + returns.late(),
        orders.behind() + returns.behind());
  }
}
