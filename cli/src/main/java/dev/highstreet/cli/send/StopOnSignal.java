package dev.highstreet.cli.send;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a signal (Ctrl-C, SIGTERM) does while something is sent: the sending is interrupted, and the
 * process ends once it has summed up. Belongs to the thread that begins it.
 */
final class StopOnSignal implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final Thread owner = Thread.currentThread();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean come;
  private final Thread hook = new Thread(this::stop, "stop-sending");

  private StopOnSignal() {}

  /** From now on, until it is closed. */
  static StopOnSignal begin() {
    StopOnSignal signal = new StopOnSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Whether one has come. */
  boolean hasCome() {
    return come;
  }

  private void stop() {
    come = true;
    owner.interrupt();
    try {
      boolean unused = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the signal has come: the process is ending
    }
  }
}
