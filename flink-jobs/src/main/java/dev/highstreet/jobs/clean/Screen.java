package dev.highstreet.jobs.clean;

import static java.util.Objects.requireNonNull;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.ledger.LedgerStream;
import dev.highstreet.jobs.ledger.Tally;
import dev.highstreet.jobs.ledger.Tally.Outcome;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Decides what can be decided about a record by itself: whether it decoded, whether its clocks can
 * be believed, what is wrong with its content, whether the run is about it, and whether it is late.
 * Transactions go on; revisions go to the catalogue; ticks have done their work in the source.
 */
public final class Screen extends ProcessFunction<Arrival, Screened> {
  private static final long serialVersionUID = 1L;

  private final Clocks clocks;
  private final Scope scope;

  /** Screens by these rules of time, and for what the run is about. */
  public Screen(Clocks clocks, Scope scope) {
    this.clocks = requireNonNull(clocks, "clocks is null");
    this.scope = requireNonNull(scope, "scope is null");
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Screened> out) {
    Fault fault = RecordRules.fault(arrival, clocks);
    if (fault != null) {
      Quarantine.quarantine(arrival, List.of(fault), context::output);
    } else if (arrival.isTick()) {
      context.output(LedgerStream.TALLIES, Tally.event(arrival.origin().topic(), Outcome.TICK));
    } else if (arrival.revision() != null) {
      context.output(WaysOut.REVISIONS, arrival);
    } else if (scope.holds(arrival)) {
      transaction(arrival, context, out);
    } else {
      context.output(LedgerStream.TALLIES, Tally.event(arrival.origin().topic(), Outcome.OUTSIDE));
    }
  }

  private void transaction(Arrival arrival, Context context, Collector<Screened> out) {
    List<Fault> faults = Validation.faults(arrival.transaction());
    Screened screened = new Screened(arrival, faults);
    if (!clocks.late(arrival)) {
      out.collect(screened);
    } else if (screened.isUnsound()) {
      Quarantine.quarantine(arrival, faults, context::output);
    } else {
      context.output(
          WaysOut.LATE_EVENTS,
          new LateEvent(
              arrival.origin(),
              LateEvent.Kind.LATE,
              arrival.eventId(),
              arrival.occurredAt(),
              arrival.receivedAt(),
              arrival.bytes()));
      context.output(LedgerStream.TALLIES, Tally.event(arrival.origin().topic(), Outcome.LATE));
    }
  }
}
