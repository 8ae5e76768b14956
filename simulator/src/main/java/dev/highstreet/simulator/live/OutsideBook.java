package dev.highstreet.simulator.live;

import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.Receipt;
import java.time.Instant;

/** Counts what comes from outside. Any thread may. */
final class OutsideBook {
  private Outside outside;

  OutsideBook(Instant since) {
    this.outside = Outside.none(since);
  }

  synchronized Outside outside() {
    return outside;
  }

  synchronized void reset(Instant now) {
    outside = Outside.none(now);
  }

  synchronized void ordered(Receipt receipt) {
    outside =
        new Outside(
            outside.since(),
            outside.orders() + 1,
            outside.units() + receipt.units(),
            outside.netMicros() + receipt.netMicros(),
            outside.refused(),
            outside.transactions(),
            outside.repeated());
  }

  synchronized void taken(Intake intake) {
    outside =
        new Outside(
            outside.since(),
            outside.orders(),
            outside.units(),
            outside.netMicros(),
            outside.refused(),
            outside.transactions() + intake.taken().size(),
            outside.repeated() + intake.repeated().size());
  }

  synchronized void refused() {
    outside =
        new Outside(
            outside.since(),
            outside.orders(),
            outside.units(),
            outside.netMicros(),
            outside.refused() + 1,
            outside.transactions(),
            outside.repeated());
  }
}
