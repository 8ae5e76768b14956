package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One open page. It keeps only the newest snapshot of each event until its own thread has sent it:
 * a slow browser skips snapshots and never holds up the others.
 */
final class Viewer {
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private boolean gone;

  /** Puts a snapshot in line, in place of an unsent one of the same name. */
  synchronized void tell(String event, String data) {
    waiting.put(requireNonNull(event, "event is null"), requireNonNull(data, "data is null"));
    notifyAll();
  }

  /** The page was closed; {@link #serve} returns. */
  synchronized void leave() {
    gone = true;
    notifyAll();
  }

  /**
   * Sends what is in line, as it comes, until {@link #leave}.
   *
   * @param quiet after so long without an event, one named {@code heartbeat} is sent
   */
  void serve(BiConsumer<String, String> send, Duration quiet) throws InterruptedException {
    while (true) {
      Map<String, String> due = next(quiet);
      if (due == null) {
        return;
      }
      due.forEach(send);
    }
  }

  private synchronized Map<String, String> next(Duration quiet) throws InterruptedException {
    long deadline = System.nanoTime() + quiet.toNanos();
    while (waiting.isEmpty() && !gone) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Map.of("heartbeat", "");
      }
      wait(left);
    }
    if (gone) {
      return null;
    }
    Map<String, String> due = new LinkedHashMap<>(waiting);
    waiting.clear();
    return due;
  }
}
