package dev.highstreet.jobs.ledger;

import dev.highstreet.jobs.fold.EarlyTotals;
import dev.highstreet.jobs.ledger.Tally.Outcome;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Counts, for each topic, what became of its records, and tells how far time has come. A run that
 * is restored from another one's savepoint counts anew: the counts belong to the run.
 *
 * <p>Its input must carry the watermark of the marts, and it must run in one instance, as the
 * watermark it tells is its own.
 */
public final class Ledger extends EarlyTotals<String, Ledger.Account, Tally, LedgerRow> {
  private static final long serialVersionUID = 1L;

  /** How far time has come, each time it is shown: a watermark in epoch milliseconds. */
  public static final OutputTag<Long> WATERMARKS = new OutputTag<>("watermarks") {};

  /**
   * What is counted by itself within a topic.
   *
   * @param outcome name of the outcome; a string, as an enum's hash differs between processes
   * @param reason code of a quarantine; empty elsewhere
   */
  public record Account(String outcome, String reason) {
    static Account of(Tally tally) {
      return new Account(tally.outcome().name(), tally.reason());
    }
  }

  /** What has been counted on an account. */
  public record Count(long events, long lines) {}

  private final long runId;

  private transient MapState<Account, Count> counts;
  private transient ValueState<Long> countedFor;
  private transient long watermark;
  private transient long watermarkShown;

  /**
   * A ledger of one run.
   *
   * @param runId the run
   * @param showEveryMillis as in {@link EarlyTotals}
   */
  public Ledger(long runId, long showEveryMillis) {
    super(showEveryMillis);
    this.runId = runId;
  }

  @Override
  public void open() throws Exception {
    super.open();
    counts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("counts", Account.class, Count.class));
    countedFor =
        getRuntimeContext().getState(new ValueStateDescriptor<>("counted-for", Long.class));
    watermark = Long.MIN_VALUE;
    watermarkShown = Long.MIN_VALUE;
  }

  @Override
  protected Account add(Tally tally) throws Exception {
    Long counted = countedFor.value();
    if (counted == null || counted != runId) {
      counts.clear();
      countedFor.update(runId);
    }
    Account account = Account.of(tally);
    Count count = counts.get(account);
    counts.put(
        account,
        count == null
            ? new Count(tally.events(), tally.lines())
            : new Count(count.events() + tally.events(), count.lines() + tally.lines()));
    return account;
  }

  @Override
  protected LedgerRow row(String topic, Account account) throws Exception {
    Count count = counts.get(account);
    return new LedgerRow(
        topic, Outcome.valueOf(account.outcome()), account.reason(), count.events(), count.lines());
  }

  /** A topic's counts close with the run. */
  @Override
  protected long closesAt(Tally tally) {
    return Long.MAX_VALUE;
  }

  @Override
  protected void tooLate(Tally tally) {
    throw new IllegalStateException("a tally came after the end of all input: " + tally);
  }

  @Override
  protected void forget() {
    counts.clear();
    countedFor.clear();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    super.processWatermark(mark);
    watermark = mark.getTimestamp();
    if (watermark == Long.MAX_VALUE) {
      showWatermark();
    }
  }

  @Override
  protected void showChanges() throws Exception {
    super.showChanges();
    showWatermark();
  }

  private void showWatermark() {
    if (watermark != watermarkShown) {
      watermarkShown = watermark;
      output.collect(WATERMARKS, new StreamRecord<>(watermark));
    }
  }
}
