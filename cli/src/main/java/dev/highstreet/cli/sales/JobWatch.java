package dev.highstreet.cli.sales;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices a job that will not get there: one that has ended, one that fails again and again, one
 * that stands still. Restarts alone are no reason: a database may be away for a while. Nor is a
 * Flink that does not answer for a moment.
 */
final class JobWatch {
  private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
  private static final int FAILING_RESTARTS = 3;

  /**
   * How patient it is.
   *
   * @param betweenLooks at least so long between two questions to Flink
   * @param failing a job that restarted and got no further for so long is failing, and so is a
   *     cluster that has not answered for so long
   * @param standingStill a job that got no further for so long stands still
   */
  record Patience(Duration betweenLooks, Duration failing, Duration standingStill) {
    /** A restarting database is waited for, a hanging job is not. */
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(5));
  }

  private final FlinkRest flink;
  private final String jobId;
  private final Patience patience;
  private long lookedAt = System.nanoTime();
  private long answeredAt = System.nanoTime();
  private long progressedAt = System.nanoTime();
  private long restartsThen;
  private long mostRecords = -1;

  JobWatch(FlinkRest flink, String jobId, Patience patience) {
    this.flink = flink;
    this.jobId = jobId;
    this.patience = patience;
  }

  /**
   * Looks at the job, unless it did a moment ago.
   *
   * @param records what it has counted so far
   * @param outstanding whether there are more to count
   * @return how somebody ended it, if somebody did: at a savepoint, or by cancelling it
   * @throws CommandException if it will not get there, with Flink's root cause, or if Flink has not
   *     answered for too long
   */
  Optional<Ending> look(long records, boolean outstanding) {
    long now = System.nanoTime();
    if (now - lookedAt < patience.betweenLooks().toNanos()) {
      return Optional.empty();
    }
    lookedAt = now;
    try {
      Optional<Ending> ending = ending();
      if (ending.isPresent()) {
        return ending;
      }
      long restarts = restarts();
      answeredAt = System.nanoTime();
      if (records > mostRecords || !outstanding) {
        mostRecords = records; // a restored job counts again what it had counted: no progress yet
        progressedAt = now;
        restartsThen = restarts;
      } else {
        refuseIfStuck(Duration.ofNanos(now - progressedAt), restarts - restartsThen);
      }
    } catch (FlinkRestException e) {
      refuseIfAwayForTooLong(e);
    }
    return Optional.empty();
  }

  private void refuseIfAwayForTooLong(FlinkRestException e) {
    if (System.nanoTime() - answeredAt > patience.failing().toNanos()) {
      throw CommandException.answerIsNo(e.getMessage(), e);
    }
    LOG.warn("Flink did not say how job {} stands", jobId, e);
  }

  private Optional<Ending> ending() throws FlinkRestException {
    JobStatus status = flink.status(jobId);
    return switch (status) {
      case FINISHED -> Optional.of(Ending.STOPPED); // its input never ends: by a savepoint
      case CANCELED -> Optional.of(Ending.CANCELLED);
      case FAILED ->
          throw CommandException.answerIsNo(
              "the sales job %s has failed: %s".formatted(jobId, rootCause()));
      default -> Optional.empty();
    };
  }

  private void refuseIfStuck(Duration since, long restarts) throws FlinkRestException {
    if (restarts >= FAILING_RESTARTS && since.compareTo(patience.failing()) > 0) {
      throw CommandException.answerIsNo(
          "the sales job %s has restarted %d times in %d s without getting on: %s"
              .formatted(jobId, restarts, since.toSeconds(), rootCause()));
    }
    if (since.compareTo(patience.standingStill()) > 0) {
      throw CommandException.answerIsNo(
          "the sales job %s has counted nothing for %d s; it stands at %,d records"
              .formatted(jobId, since.toSeconds(), mostRecords));
    }
  }

  private long restarts() throws FlinkRestException {
    return Long.parseLong(
        flink.metrics(jobId, List.of("numRestarts")).getOrDefault("numRestarts", "0"));
  }

  private String rootCause() throws FlinkRestException {
    return flink.rootCause(jobId).orElse("Flink knows no cause");
  }
}
