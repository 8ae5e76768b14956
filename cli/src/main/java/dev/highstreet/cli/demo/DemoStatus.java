package dev.highstreet.cli.demo;

import dev.highstreet.cli.sales.Ledger;
import dev.highstreet.cli.sales.TopicCounts;
import dev.highstreet.cli.verify.Verdict;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.live.SimulatorControl;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a demo stands, on one line. Belongs to one thread. */
final class DemoStatus {
  private static final DateTimeFormatter SHOP_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final ZoneId zone;
  private long sentBefore;
  private long before = System.nanoTime();

  DemoStatus(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The line.
   *
   * @param fresh age of the newest mart row; empty if there is none
   * @param compared the newest comparison with the truth; empty before the first
   */
  String of(
      SimulatorControl.State shop,
      Ledger ledger,
      Optional<Duration> fresh,
      Optional<Verdict> compared) {
    TopicCounts all = TopicCounts.NONE;
    for (Topic topic : Topic.SALES) {
      all = all.plus(ledger.of(topic.topicName()));
    }
    return String.format(
        Locale.ROOT,
        "%s%s · %,d events/s · fresh %s · accepted %,d · repeated %,d · late %,d · quarantined %,d%s",
        shop.shopTime().atZone(zone).format(SHOP_TIME),
        scenarios(shop),
        rate(shop.sent()),
        fresh.map(age -> String.format(Locale.ROOT, "%.1f s", age.toMillis() / 1000.0)).orElse("–"),
        all.accepted(),
        all.repeated(),
        all.late() + all.behind(),
        all.quarantined(),
        compared.map(DemoStatus::reconciled).orElse(""));
  }

  private static String reconciled(Verdict verdict) {
    return " · reconciled %d of %d".formatted(verdict.reconciled(), verdict.tables().size());
  }

  private static String scenarios(SimulatorControl.State shop) {
    String names =
        shop.scenarios().stream().map(mark -> mark.name()).collect(Collectors.joining(", "));
    String paused = shop.paused() ? " (paused)" : "";
    return names.isEmpty() ? paused : " [" + names + "]" + paused;
  }

  private long rate(long sent) {
    long now = System.nanoTime();
    double seconds = (now - before) / NANOS_PER_SECOND;
    long rate = Math.round((sent - sentBefore) / seconds);
    sentBefore = sent;
    before = now;
    return rate;
  }
}
