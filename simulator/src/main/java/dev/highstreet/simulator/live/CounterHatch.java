package dev.highstreet.simulator.live;

import dev.highstreet.simulator.counter.Basket;
import dev.highstreet.simulator.counter.Counter;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.Receipt;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.counter.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The way from any thread to the counter of a shop: what is asked for is done on the shop's own
 * thread, and counted. What can be seen of the shop is put up there, too, about twice a second and
 * after every order, so that whoever looks waits for nobody.
 */
final class CounterHatch {
  private static final long BETWEEN_VIEWS = Duration.ofMillis(500).toNanos();

  private final Broadcast broadcast;
  private final Counter counter;
  private final OutsideBook book;
  private volatile ShopWindow window;

  CounterHatch(Broadcast broadcast, Counter counter, OutsideBook book) {
    this.broadcast = broadcast;
    this.counter = counter;
    this.book = book;
    this.window = ShopWindow.empty(broadcast.reached());
    keepWindow(broadcast.nanoTime().getAsLong());
  }

  private void keepWindow(long due) {
    var unused =
        broadcast.askAt(
            due,
            out -> {
              window = counter.window();
              keepWindow(broadcast.nanoTime().getAsLong() + BETWEEN_VIEWS);
              return window;
            });
  }

  ShopWindow window() {
    return window;
  }

  CompletableFuture<Receipt> order(Basket basket) {
    return broadcast.ask(
        counted(
            out -> {
              Receipt receipt = counter.order(basket, out);
              book.ordered(receipt);
              window = counter.window();
              return receipt;
            }));
  }

  CompletableFuture<Intake> take(List<Transaction> transactions) {
    List<Transaction> batch = List.copyOf(transactions);
    return broadcast.ask(
        counted(
            out -> {
              Intake intake = counter.take(batch, out);
              book.taken(intake);
              return intake;
            }));
  }

  CompletableFuture<Intake> revise(List<Revision> revisions) {
    List<Revision> batch = List.copyOf(revisions);
    return broadcast.ask(
        counted(
            out -> {
              Intake intake = counter.revise(batch, out);
              book.revised(intake);
              window = counter.window();
              return intake;
            }));
  }

  private <T> Errand<T> counted(Errand<T> errand) {
    return out -> {
      try {
        return errand.run(out);
      } catch (RefusedException e) {
        book.refused();
        throw e;
      }
    };
  }
}
