package dev.highstreet.simulator.live;

import dev.highstreet.simulator.counter.Counter;
import dev.highstreet.simulator.counter.Receipt;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.engine.ShopEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends a number of random orders, with some time of ours in between; one such number at a time.
 */
final class Sender {
  private static final int MOST = 1_000;
  private static final int LONGEST_MILLIS = 2_000;

  private final Broadcast broadcast;
  private final Counter counter;
  private final OutsideBook book;
  private final InstantSource wallClock;
  private Run run;
  private volatile Sending state;

  Sender(Broadcast broadcast, Counter counter, OutsideBook book, InstantSource wallClock) {
    this.broadcast = broadcast;
    this.counter = counter;
    this.book = book;
    this.wallClock = wallClock;
  }

  /** How far it is with the last number that was asked for; empty before the first. */
  Optional<Sending> state() {
    return Optional.ofNullable(state);
  }

  synchronized Sending start(int count, Duration between) {
    if (count < 1 || count > MOST) {
      throw new RefusedException("count", "count is %d: give 1 to %,d".formatted(count, MOST));
    }
    if (between.isNegative() || between.compareTo(Duration.ofMillis(LONGEST_MILLIS)) > 0) {
      throw new RefusedException(
          "between",
          "between is %d ms: give 0 to %,d".formatted(between.toMillis(), LONGEST_MILLIS));
    }
    if (run != null) {
      throw new IllegalStateException(
          "%d of %d orders have been sent since %s: wait for the others, or cancel them"
              .formatted(state.sent(), state.count(), state.since()));
    }
    run = new Run(count, between);
    state = new Sending(count, 0, 0, between, wallClock.instant(), null);
    run.putDown();
    return state;
  }

  /** Sends no more; nothing happens if nothing is being sent. */
  synchronized void cancel() {
    end(run);
  }

  /** Forgets the last number, unless it is still being sent. */
  synchronized void forget() {
    if (run == null) {
      state = null;
    }
  }

  private synchronized boolean goesOn(Run one) {
    return run == one;
  }

  private synchronized void count(Run one, boolean sent) {
    if (run == one) {
      Sending before = state;
      state =
          new Sending(
              before.count(),
              before.sent() + (sent ? 1 : 0),
              before.skipped() + (sent ? 0 : 1),
              before.between(),
              before.since(),
              null);
    }
  }

  private synchronized void end(Run one) {
    if (run != null && run == one) {
      Sending last = state;
      state =
          new Sending(
              last.count(),
              last.sent(),
              last.skipped(),
              last.between(),
              last.since(),
              wallClock.instant());
      run = null;
    }
  }

  /** One number of orders; each, once placed, puts down the next. */
  private final class Run implements Errand<Boolean> {
    private final long first = broadcast.nanoTime().getAsLong();
    private final int count;
    private final Duration between;
    private int done;

    Run(int count, Duration between) {
      this.count = count;
      this.between = between;
    }

    void putDown() {
      // reckoned from the first: a step of the shop's that takes long is made up for
      long due = first + done * between.toNanos();
      var unused =
          broadcast
              .askAt(due, this)
              .whenComplete(
                  (goesOn, failure) -> {
                    if (failure != null) {
                      end(this);
                    }
                  });
    }

    @Override
    public Boolean run(Consumer<ShopEvent> out) {
      if (!goesOn(this)) {
        return false; // it was cancelled
      }
      Optional<Receipt> receipt = counter.orderAnything(out);
      receipt.ifPresent(book::ordered);
      count(this, receipt.isPresent());
      done++;
      if (done < count) {
        putDown();
      } else {
        end(this);
      }
      return done < count;
    }
  }
}
