package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks at a bucket every five seconds while the folder is ours. It has a thread of its own: a
 * server that is slow, or silent, holds up nothing that is in the folder.
 */
final class BucketWatch implements AutoCloseable {
  private static final long BETWEEN_LOOKS_MILLIS = 5_000;
  private static final long PATIENCE_MILLIS = 500;

  private final Bucket bucket;
  private final BucketFeed feed;
  private final BooleanSupplier ours;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "uploads-bucket");

  /**
   * Looks at nothing yet.
   *
   * @param ours whether this process takes the files of the folder
   */
  BucketWatch(Bucket bucket, BucketFeed feed, BooleanSupplier ours) {
    this.bucket = requireNonNull(bucket, "bucket is null");
    this.feed = requireNonNull(feed, "feed is null");
    this.ours = requireNonNull(ours, "ours is null");
    thread.setDaemon(true);
  }

  /** Looks from now on. */
  void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        if (ours.getAsBoolean()) {
          feed.look();
        }
      } while (!ending.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends; what is being brought is given up. A thread that a silent server holds ends later, or
   * with the process: whatever it still does may be done twice.
   */
  @Override
  public void close() {
    ending.countDown();
    thread.interrupt();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bucket.close();
  }
}
