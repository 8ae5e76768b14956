package dev.highstreet.drills.rig;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Watches {@code ops.run_counts}, about twenty times a second: how many records the newest run has
 * counted, and when that number last grew. A database that does not answer shows nothing new.
 */
final class Progress implements AutoCloseable {
  private static final String COUNTED =
      """
      SELECT coalesce(sum(events), 0) FROM ops.run_counts
      WHERE run_id = (SELECT max(run_id) FROM ops.runs WHERE mode = 'LIVE')\
      """;
  private static final long PAUSE_MILLIS = 50;

  /** When a number was first seen, in the nanoseconds of this machine. */
  private record Step(long at, long counted) {}

  private final DataSource reader;
  private final List<Step> steps = new ArrayList<>();
  private final Thread thread;
  private long countedBefore;
  private volatile long counted;
  private volatile boolean closed;

  private Progress(DataSource reader) {
    this.reader = reader;
    this.thread = new Thread(this::run, "progress");
    thread.setDaemon(true);
  }

  static Progress of(DataSource reader) {
    Progress progress = new Progress(reader);
    progress.steps.add(new Step(System.nanoTime(), 0));
    progress.thread.start();
    return progress;
  }

  private void run() {
    while (!closed) {
      try (Connection connection = reader.getConnection();
          Statement statement = connection.createStatement()) {
        while (!closed) {
          try (ResultSet row = statement.executeQuery(COUNTED)) {
            row.next();
            saw(row.getLong(1));
          }
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
      } catch (SQLException e) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private synchronized void saw(long newest) {
    long all = countedBefore + newest;
    if (all > counted) {
      counted = all;
      steps.add(new Step(System.nanoTime(), all));
    }
  }

  /** The most that was ever counted: a job that went back has not got on before it is there. */
  long counted() {
    return counted;
  }

  /** A new run begins, which counts from zero, and does not count these any more. */
  synchronized void newRunBegins(long recordsBefore) {
    countedBefore = recordsBefore;
  }

  /** The longest time without anything new, of those that ended after this moment. */
  synchronized Duration longestPause(long since) {
    long longest = 0;
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).at() > since) {
        longest = Math.max(longest, steps.get(i).at() - steps.get(i - 1).at());
      }
    }
    return Duration.ofNanos(longest);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
