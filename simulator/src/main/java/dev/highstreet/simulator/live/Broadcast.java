package dev.highstreet.simulator.live;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.engine.ShopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Carries a shop's time forward and sends what happens: first its history, as fast as it goes, then
 * its life, on a clock. Both are one timeline: the one begins at the instant at which the other has
 * ended. Belongs to one thread, but for what it tells of itself.
 *
 * <p>The shop's clock ticks at every sixth hour of UTC, whatever the pace; live, also about once a
 * second of ours, so that a slow shop's time moves.
 *
 * <p>Others may {@linkplain #ask ask} for something to be done in the shop: it is done here,
 * between two steps, so that what comes of it takes the one way that everything takes.
 */
public final class Broadcast {
  private static final Duration BETWEEN_TICKS = Duration.ofHours(6);
  private static final Duration STEP = Duration.ofHours(1);
  private static final Duration BETWEEN_LIVE_TICKS = Duration.ofSeconds(1);
  private static final Duration BREATH = Duration.ofMillis(40);

  /** Lets the given time pass. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(long nanos) throws InterruptedException;
  }

  private final Shop shop;
  private final EventSink sink;
  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private Instant nextTick;
  private volatile Instant reached;
  private volatile boolean live;
  private final AtomicLong sent = new AtomicLong();
  private final Errands errands = new Errands();
  private volatile long lastSentAt;
  private Instant lastTick = Instant.MIN;
  private long lastTickAt;

  /**
   * A shop that begins at an instant.
   *
   * @param sink takes every event, in order of time; stays open
   */
  public Broadcast(Shop shop, Instant from, EventSink sink) {
    this(shop, from, sink, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  Broadcast(Shop shop, Instant from, EventSink sink, LongSupplier nanoTime, Sleeper sleeper) {
    this.shop = requireNonNull(shop, "shop is null");
    this.sink = requireNonNull(sink, "sink is null");
    this.nanoTime = nanoTime;
    this.lastSentAt = nanoTime.getAsLong();
    this.sleeper = sleeper;
    this.reached = requireNonNull(from, "from is null");
    this.nextTick = tickAfter(from);
  }

  /** Events sent so far; ticks are none. */
  public long sent() {
    return sent.get();
  }

  /** How long nothing has been sent, on a clock of ours; empty if nothing ever was. */
  public Optional<Duration> quiet() {
    return sent() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanoTime.getAsLong() - lastSentAt));
  }

  /**
   * Has something done on the shop's own thread, at the shop's present: while it is live, also when
   * its clock stands still, within a breath of 40 ms or once the step that it takes is done. What
   * then happens goes where everything goes, and no fault befalls it. Any thread may ask.
   *
   * @return done on another thread than the shop's, so that whoever waits for it may take their
   *     time; fails with what the errand throws, or with {@link IllegalStateException} if the shop
   *     has ended, or too many wait already
   */
  public <T> CompletableFuture<T> ask(Errand<T> errand) {
    return errands.add(nanoTime.getAsLong(), errand);
  }

  /**
   * The same once some time of ours has passed. It belongs to the shop itself: however many wait,
   * it is put down.
   */
  <T> CompletableFuture<T> askAt(long nanos, Errand<T> errand) {
    return errands.put(nanos, errand);
  }

  /** The clock that {@link #askAt} goes by. */
  LongSupplier nanoTime() {
    return nanoTime;
  }

  /** Nothing is done any more for whoever asks. */
  public void end() {
    errands.close();
  }

  /** Everything before this instant has been sent. */
  public Instant reached() {
    return reached;
  }

  /** Whether its history is over, and a clock decides. */
  public boolean isLive() {
    return live;
  }

  /**
   * Sends everything up to, and without, an instant, as fast as it goes; ticks at its end, and
   * flushes.
   *
   * @param progress told after each hour of the shop's how far it is
   * @throws dev.highstreet.simulator.emit.EmitException if the sink does not take an event
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  public void history(Instant until, Consumer<Instant> progress) {
    while (reached.isBefore(until)) {
      refuseIfInterrupted();
      advance(earlier(reached.plus(STEP), until));
      serve();
      progress.accept(reached);
    }
    serve();
    tick(until);
    sink.flush();
  }

  /**
   * Sends what happens as the clock comes to it, until the thread is interrupted. A shop that
   * cannot keep up with its clock is sent as fast as it goes.
   *
   * @param clock shows where the history ended; it is started
   * @throws dev.highstreet.simulator.emit.EmitException if the sink does not take an event
   * @throws CancellationException once the thread is interrupted; it stays so
   */
  public void live(ShopClock clock) {
    live = true;
    clock.start();
    lastTickAt = nanoTime.getAsLong();
    while (true) {
      refuseIfInterrupted();
      Instant now = clock.now();
      advance(earlier(reached.plus(STEP), now));
      serve();
      if (nanoTime.getAsLong() - lastTickAt >= BETWEEN_LIVE_TICKS.toNanos()) {
        tick(reached);
      }
      if (!reached.isBefore(now)) {
        breathe();
      }
    }
  }

  private void advance(Instant until) {
    while (!nextTick.isAfter(until)) {
      send(nextTick);
      tick(nextTick);
      nextTick = nextTick.plus(BETWEEN_TICKS);
    }
    send(until);
  }

  private void send(Instant until) {
    if (until.isAfter(reached)) {
      long before = sent.getPlain();
      shop.advanceTo(until, this::send);
      reached = until;
      if (sent.getPlain() > before) {
        lastSentAt = nanoTime.getAsLong();
      }
    }
  }

  private void send(ShopEvent event) {
    sink.emit(event.topic(), event.key(), event.event());
    count();
  }

  /**
   * Does what was asked for. All before this instant has been sent, and nothing at or after it:
   * what happens now is in order with everything, and no tick has come beyond it.
   */
  private void serve() {
    errands.serve(
        nanoTime.getAsLong(),
        event -> {
          sink.emitIntact(event.topic(), event.key(), event.event());
          count();
          lastSentAt = nanoTime.getAsLong();
        });
  }

  private void count() {
    sent.lazySet(sent.getPlain() + 1); // only this thread writes
  }

  private void tick(Instant shopTime) {
    if (shopTime.isAfter(lastTick)) {
      sink.tick(shopTime);
      lastTick = shopTime;
    }
    lastTickAt = nanoTime.getAsLong();
  }

  private void breathe() {
    long untilNext = errands.untilNext(nanoTime.getAsLong());
    if (untilNext <= 0) {
      return;
    }
    try {
      sleeper.sleep(Math.min(BREATH.toNanos(), untilNext));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuseIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted at " + reached + " of the shop's clock");
    }
  }

  private static Instant tickAfter(Instant from) {
    long between = BETWEEN_TICKS.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(from.getEpochSecond(), between) + 1) * between);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
