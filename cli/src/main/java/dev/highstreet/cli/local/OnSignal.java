package dev.highstreet.cli.local;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a signal (Ctrl-C, SIGTERM) does: it stops everything within five seconds. */
final class OnSignal {
  private static final Logger LOG = LoggerFactory.getLogger(OnSignal.class);
  private static final long PATIENCE_MILLIS = 4_000;
  private static final int EXIT_AFTER_SIGNAL = 143;

  private OnSignal() {}

  /**
   * Stops in good order, or else ends this process as it stands; either way no Postgres stays.
   *
   * @param orderly what to do; given up when it takes too long
   * @param postmaster the Postgres that would outlive this process, while it runs
   */
  static void stop(Runnable orderly, Supplier<Optional<ProcessHandle>> postmaster) {
    Thread stopping = new Thread(orderly, "stop");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (stopping.isAlive()) {
      LOG.error("Not stopped within {} ms; ending the process", PATIENCE_MILLIS);
      postmaster.get().ifPresent(OnSignal::kill);
      Runtime.getRuntime().halt(EXIT_AFTER_SIGNAL);
    }
  }

  private static void kill(ProcessHandle postmaster) {
    postmaster.children().forEach(ProcessHandle::destroyForcibly);
    postmaster.destroyForcibly();
  }
}
