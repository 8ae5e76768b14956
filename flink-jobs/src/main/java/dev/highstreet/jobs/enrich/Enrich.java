package dev.highstreet.jobs.enrich;

import static java.util.Objects.requireNonNull;

import dev.highstreet.jobs.clean.Quarantine;
import dev.highstreet.jobs.clean.Quarantine.SideOutput;
import dev.highstreet.jobs.clean.RecordRules;
import dev.highstreet.jobs.clean.Screened;
import dev.highstreet.jobs.enrich.Catalogue.Facts;
import dev.highstreet.jobs.enrich.Catalogue.Name;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.ledger.LedgerStream;
import dev.highstreet.jobs.ledger.Tally;
import dev.highstreet.jobs.ledger.Tally.Outcome;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Joins each line with the product revision it names, and the transaction with its store. What has
 * not arrived is waited for, until the watermark reaches the transaction's own occurredAt; what is
 * then still unknown is quarantined. The result does not depend on the order in which topics are
 * read.
 *
 * <p>That timer fires before the watermark that caused it is passed on, so what it releases is
 * never late downstream.
 */
public final class Enrich
    extends KeyedBroadcastProcessFunction<EventId, Screened, Arrival, BookedTransaction> {
  private static final long serialVersionUID = 1L;

  /** The catalogue as the stream brings it. */
  public static final MapStateDescriptor<Name, Facts> CATALOGUE =
      new MapStateDescriptor<>("catalogue", Name.class, Facts.class);

  private final Clocks clocks;
  private final RevisionLoader loader;
  private final long retryMillis;

  private transient Catalogue catalogue;
  private transient ValueState<Screened> waiting;

  /**
   * Enriches from the stream of revisions.
   *
   * @param clocks the rules of time, which what is known beforehand must keep, too
   * @param loader what is known beforehand
   * @param retryMillis how often a waiting transaction looks again, in wall-clock milliseconds; 0
   *     for never, where all revisions come before the first transaction
   */
  public Enrich(Clocks clocks, RevisionLoader loader, long retryMillis) {
    this.clocks = requireNonNull(clocks, "clocks is null");
    this.loader = requireNonNull(loader, "loader is null");
    this.retryMillis = retryMillis;
  }

  @Override
  public void open(OpenContext context) {
    waiting = getRuntimeContext().getState(new ValueStateDescriptor<>("waiting", Screened.class));
    catalogue = new Catalogue();
    loader.load(
        arrival -> {
          if (RecordRules.fault(arrival, clocks) == null) {
            catalogue.publish(arrival.revision());
          }
        });
  }

  @Override
  public void processBroadcastElement(
      Arrival revision, Context context, Collector<BookedTransaction> out) throws Exception {
    catalogue.learn(revision.revision(), context.getBroadcastState(CATALOGUE));
  }

  @Override
  public void processElement(
      Screened screened, ReadOnlyContext context, Collector<BookedTransaction> out)
      throws Exception {
    Booking booking = book(screened, context.getBroadcastState(CATALOGUE));
    if (booking.isComplete()) {
      release(screened, booking, context::output, out);
      return;
    }
    waiting.update(screened);
    context.timerService().registerEventTimeTimer(screened.arrival().occurredAt());
    retryLater(context);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<BookedTransaction> out)
      throws Exception {
    Screened screened = waiting.value();
    if (screened == null) {
      return; // released by an earlier look
    }
    Booking booking = book(screened, context.getBroadcastState(CATALOGUE));
    boolean giveUp = context.timeDomain() == TimeDomain.EVENT_TIME;
    if (booking.isComplete() || giveUp) {
      waiting.clear();
      context.timerService().deleteEventTimeTimer(screened.arrival().occurredAt());
      release(screened, booking, context::output, out);
    } else {
      retryLater(context);
    }
  }

  private Booking book(Screened screened, ReadOnlyBroadcastState<Name, Facts> state)
      throws Exception {
    return Booking.of(screened, name -> Optional.ofNullable(catalogue.find(name, state)));
  }

  private void retryLater(ReadOnlyContext context) {
    if (retryMillis > 0) {
      long now = context.timerService().currentProcessingTime();
      context.timerService().registerProcessingTimeTimer((now / retryMillis + 1) * retryMillis);
    }
  }

  private static void release(
      Screened screened, Booking booking, SideOutput side, Collector<BookedTransaction> out) {
    Arrival arrival = screened.arrival();
    Quarantine.quarantine(arrival, booking.faults(), side);
    BookedTransaction booked = booking.booked();
    if (booked != null) {
      side.emit(
          LedgerStream.TALLIES,
          new Tally(arrival.origin().topic(), Outcome.ACCEPTED, "", 1, booked.lines().size()));
      out.collect(booked);
    }
  }
}
