package dev.highstreet.dashboard.pipeline;

import dev.highstreet.dashboard.flink.FlinkJob;
import dev.highstreet.dashboard.ledger.Balance;
import dev.highstreet.dashboard.ledger.PerSecond;
import dev.highstreet.dashboard.ledger.Reading;
import dev.highstreet.dashboard.ledger.Run;
import dev.highstreet.dashboard.ledger.TopicCounts;
import dev.highstreet.dashboard.reconciliation.Reconciliation;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.ScenarioSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the Pipeline page shows, as of one moment.
 *
 * @param balance what was produced against what was counted
 * @param whole the newest balance for which Kafka answered
 * @param marts how much was written to the marts
 * @param jobs of the Flink cluster
 * @param reasons why events and lines were quarantined
 * @param days how settled the newest days are
 * @param scenarios that were on in these days, in the order in which they began
 * @param reconciliation the newest comparison with the answer key; empty before the first
 * @param viewers open pages, this one among them
 * @param now wall clock, for ages
 * @param format writes times in the business zone
 */
public record PipelineView(
    Panel<Reading> balance,
    Optional<Balance> whole,
    Panel<MartWrites> marts,
    Panel<List<FlinkJob>> jobs,
    Panel<List<Reason>> reasons,
    Panel<List<Day>> days,
    List<ScenarioSpan> scenarios,
    Panel<Optional<Reconciliation>> reconciliation,
    int viewers,
    Instant now,
    Format format) {

  /**
   * A calendar day of the shop.
   *
   * @param settled whether nothing on time can change it any more
   * @param reconciled whether it was found equal to the answer key since
   * @param late events set aside for it, waiting for a backfill
   * @param scenarios what was out of the ordinary, by name; empty if nothing was
   */
  public record Day(
      LocalDate day, boolean settled, boolean reconciled, long late, String scenarios) {
    /** In words, for those who do not see the strip. */
    public String words() {
      return Format.day(day)
          + (settled ? ": final" : ": early, may still move")
          + (reconciled ? ", reconciled" : "")
          + (late > 0 ? ", " + Format.count(late) + " late events wait for a backfill" : "")
          + (scenarios.isEmpty() ? "" : "; " + scenarios);
    }
  }

  /** The class that rules a day off: as early, final, or equal to the answer key. */
  public String ruled(Day day) {
    return day.reconciled() ? "true" : day.settled() ? "final" : "early";
  }

  /** What the newest run counted over all topics; nothing where it cannot be read. */
  public TopicCounts counted() {
    return balance.found().map(read -> read.balance().total().counts()).orElse(TopicCounts.NONE);
  }

  /** Per second, over the last seconds. */
  public PerSecond perSecond() {
    return balance.problem() != null
        ? PerSecond.NONE
        : balance.found().map(Reading::perSecond).orElse(PerSecond.NONE);
  }

  /** Why Kafka gives no end offsets, so that nobody knows what is in flight. */
  public Optional<Problem> kafkaProblem() {
    return balance.found().map(read -> read.balance().kafkaProblem());
  }

  /** Whether what is shown of the stream is known from before. */
  public boolean isOld() {
    return balance.isOld() || marts.isOld() || kafkaProblem().isPresent();
  }

  /**
   * A topic as Kafka last told of it, or {@code all} together, while it is silent; null while it is
   * not, or where it never told.
   */
  public Balance.Line lastTold(String topic) {
    if (kafkaProblem().isEmpty() || whole.filter(this::isOfThisRun).isEmpty()) {
      return null;
    }
    return topic.equals("all")
        ? whole.get().total()
        : whole.get().topics().stream()
            .filter(line -> line.topic().equals(topic))
            .findFirst()
            .orElse(null);
  }

  private boolean isOfThisRun(Balance before) {
    return balance
        .found()
        .filter(read -> read.balance().run().map(Run::id).equals(before.run().map(Run::id)))
        .isPresent();
  }

  /** Events in Kafka, or – where it is not known. */
  public String produced() {
    return balance
        .found()
        .map(read -> read.balance().total())
        .map(total -> lastTold("all") == null ? total : lastTold("all"))
        .filter(total -> total.produced().isPresent())
        .map(total -> Format.count(total.produced().getAsLong()))
        .orElse(Format.NONE);
  }

  /** The days of the strip, such as {@code 18 Mar – 31 Mar 2011}; empty where there are none. */
  public String daysSpan() {
    return days.found()
        .filter(known -> !known.isEmpty())
        .map(
            known ->
                Format.shortDay(known.get(0).day())
                    + " – "
                    + Format.shortDay(known.get(known.size() - 1).day())
                    + " "
                    + known.get(known.size() - 1).day().getYear())
        .orElse("");
  }

  /** How fast the dashes on the line move: 0 for standing to 3 for fast. */
  public int speed() {
    long rate = Math.max(perSecond().counted(), perSecond().produced());
    if (rate == 0) {
      return 0;
    }
    return rate < 100 ? 1 : rate < 5_000 ? 2 : 3;
  }

  /** The verdict on the balance, in a few words. */
  public String verdict() {
    if (balance.problem() != null) {
      return "not known";
    }
    Balance sums = balance.value().balance();
    if (sums.run().isEmpty()) {
      return "no run yet";
    }
    if (sums.total().remainder().isEmpty()) {
      return "Kafka is silent";
    }
    long remainder = sums.total().remainder().getAsLong();
    if (sums.impossible()) {
      return "more counted than there is";
    }
    if (remainder == 0) {
      return "0 unaccounted for";
    }
    if (balance.value().wrong()) {
      return Format.count(remainder) + " unaccounted for";
    }
    return Format.count(remainder)
        + (sums.run().get().running() ? " in flight" : " not read: the run has ended");
  }
}
