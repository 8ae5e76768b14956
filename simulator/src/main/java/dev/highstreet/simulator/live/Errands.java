package dev.highstreet.simulator.live;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.engine.ShopEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What is to be done for others when a shop's thread next has time. Any thread may add to it; the
 * shop's own serves it.
 */
final class Errands {
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_AT_A_TIME = 250; // then the shop takes a step of its own

  private final PriorityQueue<Waiting<?>> waiting = new PriorityQueue<>();
  private long sequence;
  private boolean closed;

  /** Adds an errand of somebody's; refused if too many wait. */
  synchronized <T> CompletableFuture<T> add(long due, Errand<T> errand) {
    return waiting.size() < MOST_WAITING
        ? put(due, errand)
        : CompletableFuture.failedFuture(
            new IllegalStateException(
                "%d orders wait already: try again in a moment".formatted(waiting.size())));
  }

  /** Adds an errand of the shop's own, however many wait. */
  synchronized <T> CompletableFuture<T> put(long due, Errand<T> errand) {
    requireNonNull(errand, "errand is null");
    if (closed) {
      return CompletableFuture.failedFuture(ended());
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    waiting.add(new Waiting<>(due, sequence++, errand, result));
    return result;
  }

  /** Does what is due, up to a number that leaves the shop its breath. */
  void serve(long now, Consumer<ShopEvent> out) {
    for (int served = 0; served < MOST_AT_A_TIME; served++) {
      Waiting<?> next = next(now);
      if (next == null) {
        return;
      }
      next.run(out);
    }
  }

  private synchronized Waiting<?> next(long now) {
    Waiting<?> first = waiting.peek();
    return first == null || first.due - now > 0 ? null : waiting.poll();
  }

  /** Nanoseconds until the next is due; none or fewer if it is, and many if there is none. */
  synchronized long untilNext(long now) {
    Waiting<?> first = waiting.peek();
    return first == null ? Long.MAX_VALUE : first.due - now;
  }

  /** Fails whatever waits, and whatever is added from now on. */
  void close() {
    List<Waiting<?>> left;
    synchronized (this) {
      closed = true;
      left = new ArrayList<>(waiting);
      waiting.clear();
    }
    left.forEach(errand -> errand.fail(ended()));
  }

  private static IllegalStateException ended() {
    return new IllegalStateException("the shop has ended: start it again");
  }

  /** An errand, and whoever waits for it. */
  private record Waiting<T>(long due, long sequence, Errand<T> errand, CompletableFuture<T> result)
      implements Comparable<Waiting<?>> {
    void run(Consumer<ShopEvent> out) {
      try {
        T done = errand.run(out);
        var unused = result.completeAsync(() -> done); // not on this thread: others hang on to it
      } catch (RefusedException e) {
        fail(e);
      } catch (RuntimeException e) {
        fail(e);
        throw e;
      }
    }

    void fail(RuntimeException reason) {
      var unused = CompletableFuture.runAsync(() -> result.completeExceptionally(reason));
    }

    @Override
    public int compareTo(Waiting<?> other) {
      int byTime = Long.signum(due - other.due); // such clocks may overflow
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
  }
}
