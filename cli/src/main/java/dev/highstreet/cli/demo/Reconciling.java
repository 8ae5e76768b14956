package dev.highstreet.cli.demo;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.verify.TruthView;
import dev.highstreet.cli.verify.Verdict;
import dev.highstreet.cli.verify.Verification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares closed days with the truth, now and then, while a demo lives; what it finds is on the
 * pages, too. A day is compared once it was closed at the look before: what the job showed last of
 * it has reached the database since.
 */
final class Reconciling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
  private static final Duration REST = Duration.ofSeconds(5);
  private static final int SHARE = 20; // it takes a twentieth of the time at most

  private final Supplier<Verification> verifications;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread daemon = new Thread(work, "reconcile");
            daemon.setDaemon(true);
            return daemon;
          });
  private Optional<LocalDate> closedBefore = Optional.empty();
  private Optional<LocalDate> compared = Optional.empty();
  private volatile Optional<Verdict> newest = Optional.empty();

  private Reconciling(Supplier<Verification> verifications) {
    this.verifications = requireNonNull(verifications, "verifications is null");
  }

  /** Begins to look. */
  static Reconciling start(Supplier<Verification> verifications) {
    Reconciling reconciling = new Reconciling(verifications);
    reconciling.thread.execute(reconciling::look);
    return reconciling;
  }

  /** What the newest comparison found; empty before the first. */
  Optional<Verdict> newest() {
    return newest;
  }

  private void look() {
    long began = System.nanoTime();
    try {
      compareIfMoreIsClosed();
    } catch (CancellationException e) {
      return;
    } catch (CommandException e) {
      LOG.info("Nothing can be compared now: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Closed days were not compared", e);
    }
    long took = System.nanoTime() - began;
    long rest = Math.max(REST.toNanos(), SHARE * took);
    if (!thread.isShutdown()) {
      var unused = thread.schedule(this::look, rest, TimeUnit.NANOSECONDS);
    }
  }

  private void compareIfMoreIsClosed() {
    Optional<LocalDate> last = closedBefore;
    closedBefore = Optional.of(verifications.get().lastDay());
    if (last.isPresent() && !last.equals(compared)) {
      Verdict verdict =
          verifications.get().as(TruthView.AS_HEALED).between(Optional.empty(), last).run();
      compared = last;
      newest = Optional.of(verdict);
      if (!verdict.holds()) {
        LOG.error("{} rows do not equal the answer key: {}", verdict.differences(), verdict);
      }
    }
  }

  /** Ends; a comparison that is under way is given up. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
