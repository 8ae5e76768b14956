package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the job look about once a second, on a thread of its own, while the folder is ours. */
final class UploadWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadWatch.class);
  private static final long BETWEEN_LOOKS_MILLIS = 1_000;
  private static final long PATIENCE_MILLIS = 2_000;

  private final DropFolder folder;
  private final FolderLock lock;
  private final UploadJob job;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "uploads");
  private volatile String trouble = "";
  private volatile boolean ours;

  UploadWatch(DropFolder folder, UploadJob job) {
    this.folder = requireNonNull(folder, "folder is null");
    this.lock = new FolderLock(folder.lockFile());
    this.job = requireNonNull(job, "job is null");
    thread.setDaemon(true);
  }

  /** Looks from now on. */
  void start() {
    thread.start();
  }

  /** Why no files are taken; empty if they are. */
  Optional<String> trouble() {
    return Optional.of(trouble).filter(words -> !words.isEmpty());
  }

  /** Whether it is this process that takes the files. */
  boolean isOurs() {
    return ours;
  }

  private void run() {
    try {
      do {
        look();
      } while (!ending.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void look() {
    try {
      folder.make();
      ours = lock.isHeld();
      if (ours) {
        job.look();
        trouble = "";
      } else {
        trouble = "Another process takes the files of this folder.";
      }
    } catch (IOException e) {
      troubled("The folder cannot be used: " + e, e);
    } catch (RuntimeException e) {
      // a throw would end the thread, and with it all taking for good
      troubled("Something broke: the log has the particulars.", e);
    }
  }

  private void troubled(String words, Exception e) {
    if (!words.equals(trouble)) { // said once, not every second
      LOG.warn("No files are taken", e);
    }
    trouble = words;
  }

  /** Ends; a file that is being taken is given up, and is there the next time. */
  @Override
  public void close() throws IOException {
    ours = false;
    ending.countDown();
    thread.interrupt();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.close();
  }
}
