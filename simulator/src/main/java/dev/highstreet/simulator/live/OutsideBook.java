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
    add(1, receipt.units(), receipt.netMicros(), 0, 0, 0, 0);
  }

  synchronized void taken(Intake intake) {
    add(0, 0, 0, 0, intake.taken().size(), 0, intake.repeated().size());
  }

  synchronized void revised(Intake intake) {
    add(0, 0, 0, 0, 0, intake.taken().size(), intake.repeated().size());
  }

  synchronized void refused() {
    add(0, 0, 0, 1, 0, 0, 0);
  }

  private void add(
      long orders,
      long units,
      long netMicros,
      long refused,
      long transactions,
      long revisions,
      long repeated) {
    outside =
        new Outside(
            outside.since(),
            outside.orders() + orders,
            outside.units() + units,
            outside.netMicros() + netMicros,
            outside.refused() + refused,
            outside.transactions() + transactions,
            outside.revisions() + revisions,
            outside.repeated() + repeated);
  }
}
