package dev.highstreet.cli.backfill;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.LocalPlatform;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What a signal (Ctrl-C, SIGTERM) does to a backfill: it is cancelled, and what became of it is
 * said. One that is just being submitted is cancelled once Flink has told which job it is: a
 * cluster goes on with a submission, whoever waits for it. Belongs to the thread that makes it, but
 * for the signal.
 */
final class CancelOnSignal implements AutoCloseable {
  /**
   * How long the signal's thread waits.
   *
   * @param toSubmit for a submission to end
   * @param toCancel for a job to end
   * @param toTidyUp for the thread that it interrupts
   */
  private record Patience(Duration toSubmit, Duration toCancel, Duration toTidyUp) {
    static final Patience ALONE =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(5));

    /** Before everything stops: the cluster ends with the platform anyway. */
    static final Patience BEFORE_ALL_STOPS =
        new Patience(Duration.ofMillis(500), Duration.ofMillis(1_000), Duration.ofMillis(500));
  }

  private final Surroundings surroundings;
  private final Patience patience;
  private final Thread owner = Thread.currentThread();
  private final ReentrantLock submitting = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean come;
  private Optional<BackfillRun> newest = Optional.empty();

  private CancelOnSignal(Surroundings surroundings, Patience patience) {
    this.surroundings = requireNonNull(surroundings, "surroundings is null");
    this.patience = patience;
  }

  /** On servers that do not end with this process. */
  static CancelOnSignal besideOthers(Surroundings surroundings) {
    CancelOnSignal signal = new CancelOnSignal(surroundings, Patience.ALONE);
    Runtime.getRuntime().addShutdownHook(new Thread(signal::endProcess, "cancel-on-signal"));
    return signal;
  }

  /** On the platform of this process, which stops then. */
  static CancelOnSignal on(LocalPlatform platform, Surroundings surroundings) {
    CancelOnSignal signal = new CancelOnSignal(surroundings, Patience.BEFORE_ALL_STOPS);
    platform.beforeStop(signal::cancel);
    return signal;
  }

  /** Whether one has come. */
  boolean hasCome() {
    return come;
  }

  /**
   * Submits a backfill.
   *
   * @throws CancellationException if a signal has come
   */
  BackfillRun submit(Supplier<BackfillRun> submission) {
    submitting.lock();
    try {
      if (come) {
        throw new CancellationException("signalled");
      }
      BackfillRun run = submission.get();
      newest = Optional.of(run);
      return run;
    } finally {
      submitting.unlock();
    }
  }

  /** The process is ending, whether by a signal or not. */
  private void endProcess() {
    if (closed.getCount() > 0) {
      surroundings.err().println();
      surroundings.err().println("Cancelling the backfill …");
      cancel();
    }
  }

  private void cancel() {
    come = true;
    try {
      if (submitting.tryLock(patience.toSubmit().toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          owner.interrupt(); // not before: what is being submitted would go on
          newest.ifPresent(run -> surroundings.err().println(cancelled(run)));
        } finally {
          submitting.unlock();
        }
      } else {
        surroundings.err().println("Flink has not answered yet: look there for what it submits.");
      }
      boolean unused = closed.await(patience.toTidyUp().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String cancelled(BackfillRun run) {
    try {
      return run.cancel(patience.toCancel());
    } catch (CommandException e) {
      return "The backfill may go on: " + e.getMessage();
    }
  }

  /** Nothing is left to cancel, or to tidy up. */
  @Override
  public void close() {
    closed.countDown();
  }
}
