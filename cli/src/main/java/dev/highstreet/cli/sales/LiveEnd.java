package dev.highstreet.cli.sales;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.platform.FlinkRestException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the live job on the platform of this process ends: at a savepoint, or cancelled. */
final class LiveEnd {
  private static final Logger LOG = LoggerFactory.getLogger(LiveEnd.class);
  private static final Duration TO_STOP = Duration.ofMinutes(2);
  private static final Duration TO_STOP_ON_SIGNAL = Duration.ofMillis(1_500);
  private static final Duration TO_CANCEL = Duration.ofSeconds(30);
  private static final Duration TO_CANCEL_ON_SIGNAL = Duration.ofMillis(1_500);

  private final LocalPlatform platform;

  LiveEnd(LocalPlatform platform) {
    this.platform = platform;
  }

  /** Stops it at a savepoint, from which the next platform goes on. */
  void stop(LiveRun run) {
    try {
      stop(run, TO_STOP);
    } catch (FlinkRestException | IOException e) {
      throw CommandException.answerIsNo(
          "the sales job did not stop at a savepoint: " + e.getMessage(), e);
    }
  }

  private void stop(LiveRun run, Duration within) throws FlinkRestException, IOException {
    ResumePoint point =
        Stopping.on(platform).stop(run.job(), run.start(), Optional.empty(), within);
    run.end();
    point.replace(platform.data().resumePoint(), platform.data().flink());
  }

  /** Only a job that has read everything is worth a savepoint in the little time there is. */
  void onSignal(LiveRun run) {
    try {
      if (!run.hasEnded() && run.isDone()) {
        stop(run, TO_STOP_ON_SIGNAL);
      }
    } catch (FlinkRestException | IOException | RuntimeException e) {
      LOG.warn("The sales job was not stopped cleanly", e);
    }
    cancel(run, TO_CANCEL_ON_SIGNAL);
  }

  /** Cancels a job that would outlive this process. */
  void cancelIfElsewhere(LiveRun run) {
    if (!platform.flinkIsHere()) {
      cancel(run, TO_CANCEL);
    }
  }

  /** Cancels a job of which no more is known than its id. */
  void abandon(String jobId) {
    boolean unused = isCancelled(jobId, TO_CANCEL);
  }

  private void cancel(LiveRun run, Duration within) {
    if (run.hasEnded() || !isCancelled(run.job().id(), within)) {
      return;
    }
    try {
      new Runs(platform.databases()).end(run.job().run(), Ending.CANCELLED);
    } catch (RuntimeException e) {
      LOG.warn("Run {} is not marked as cancelled", run.job().run(), e);
    }
  }

  /** Whether the job has ended, or will with the embedded cluster that it runs on. */
  private boolean isCancelled(String jobId, Duration within) {
    if (platform.flinkIsHere()) {
      return true;
    }
    boolean interrupted = Thread.interrupted(); // with it, no request would be sent
    try {
      platform.flink().cancel(jobId, within);
      return true;
    } catch (FlinkRestException e) {
      LOG.warn("Job {} may still run on {}", jobId, platform.addresses().flink(), e);
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
