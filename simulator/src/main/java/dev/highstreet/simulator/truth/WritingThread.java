package dev.highstreet.simulator.truth;

import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.WriteFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes on a thread of its own, one step after the other, until one fails; then nothing more, but
 * it goes on taking steps, so that nobody waits in vain. Waiting is not interrupted: a shop is
 * stopped by an interrupt, and what it has said must still be written.
 */
final class WritingThread {
  private static final int QUEUED = 64;
  private static final long PATIENCE_MILLIS = 200;

  /** Something to be written. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  private record Task(Step step, boolean last, CountDownLatch done) {
    private Task(Step step, boolean last) {
      this(step, last, new CountDownLatch(1));
    }
  }

  private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUED);
  private final AtomicReference<EmitException> failure = new AtomicReference<>();
  private final Path folder;
  private final Step whenIdle;

  /**
   * Starts the thread.
   *
   * @param folder where it writes, for messages
   * @param whenIdle done when there has been nothing to do for a moment
   */
  WritingThread(Path folder, Step whenIdle) {
    this.folder = folder;
    this.whenIdle = whenIdle;
    Thread thread = new Thread(this::work, "highstreet-truth");
    thread.setDaemon(true);
    thread.start();
  }

  /** Adds a step; waits while there are too many. */
  void queue(Step step) {
    put(new Task(step, false));
  }

  /** Returns once every step has been done, or one has failed. */
  void await() {
    putAndWait(new Task(() -> {}, false));
  }

  /** Ends the thread, with a last step that is done whether or not another has failed. */
  void end(Step last) {
    putAndWait(new Task(last, true));
  }

  /**
   * Says so if a step has failed.
   *
   * @throws EmitException in the same words every time
   */
  void failIfFailed() {
    EmitException first = failure.get();
    if (first != null) {
      throw new EmitException(first.getMessage(), first.getCause());
    }
  }

  private void work() {
    Task task;
    do {
      task = next();
      if (failure.get() == null || task.last()) {
        run(task.step());
      }
      task.done().countDown();
    } while (!task.last());
  }

  private Task next() {
    Task task = uninterrupted(() -> queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    if (task == null && failure.get() == null) {
      run(whenIdle);
    }
    return task == null ? uninterrupted(queue::take) : task;
  }

  private void run(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      fail(WriteFault.describe(e), e);
    } catch (RuntimeException | Error e) {
      fail(e.toString(), e);
    }
  }

  private void fail(String why, Throwable cause) {
    failure.compareAndSet(
        null, new EmitException("cannot write the truth to %s: %s".formatted(folder, why), cause));
  }

  private void putAndWait(Task task) {
    put(task);
    boolean unused =
        uninterrupted(
            () -> {
              task.done().await();
              return true;
            });
  }

  private void put(Task task) {
    boolean unused =
        uninterrupted(
            () -> {
              queue.put(task);
              return true;
            });
  }

  /** Something that waits. */
  @FunctionalInterface
  private interface Waiting<T> {
    T get() throws InterruptedException;
  }

  private static <T> T uninterrupted(Waiting<T> waiting) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return waiting.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
