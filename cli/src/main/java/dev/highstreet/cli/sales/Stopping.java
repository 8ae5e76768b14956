package dev.highstreet.cli.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * Stops a live job at a savepoint, and says in {@code ops.runs} up to where it had accounted for
 * records. Everything is shown before a savepoint's barrier, so the ledger in Postgres is that of
 * the savepoint; so many records lie before where the next run's account begins.
 *
 * @param flink the cluster that runs it
 * @param kafka what it reads
 * @param databases what it writes
 * @param databaseName which database that is, whatever port an embedded one has
 */
record Stopping(FlinkRest flink, Admin kafka, Databases databases, String databaseName) {
  Stopping {
    requireNonNull(flink, "flink is null");
    requireNonNull(kafka, "kafka is null");
    requireNonNull(databases, "databases is null");
    requireNonNull(databaseName, "databaseName is null");
  }

  /** On the platform of this process. */
  static Stopping on(LocalPlatform platform) {
    return new Stopping(
        platform.flink(), platform.kafka(), platform.databases(), platform.databaseName());
  }

  /** Where the records and rows of its jobs are. */
  ResumePoint.Origin origin() {
    return new ResumePoint.Origin(TopicOffsets.clusterId(kafka), databaseName);
  }

  /**
   * Where the account of a job's run begins.
   *
   * @throws CommandException if the database or Kafka does not answer
   */
  TopicOffsets startOf(LiveJob job) {
    return new Runs(databases).startOf(job.run()).orElseGet(() -> TopicOffsets.beginnings(kafka));
  }

  /**
   * Stops the job.
   *
   * @param start where the account of its run begins
   * @param directory below which the savepoint is put; empty for the cluster's own
   * @throws FlinkRestException if it does not stop within the time given; then it goes on
   * @throws CommandException if it has stopped, and its run could not be closed; the message names
   *     the savepoint
   */
  ResumePoint stop(LiveJob job, TopicOffsets start, Optional<String> directory, Duration within)
      throws FlinkRestException {
    Savepoint savepoint = new Savepoint(flink.stopWithSavepoint(job.id(), directory, within));
    try {
      TopicOffsets reached = start.after(counted(job.run()), TopicOffsets.ends(kafka));
      new Runs(databases).stop(job.run(), savepoint, reached);
      return new ResumePoint(origin(), job.run(), savepoint.location(), reached);
    } catch (CommandException | SQLException e) {
      throw CommandException.answerIsNo(
          "the sales job has stopped at %s, but its run %d is not closed: %s"
              .formatted(savepoint.location(), job.run(), e.getMessage()),
          e);
    }
  }

  private Map<String, Long> counted(long run) throws SQLException {
    return Ledger.read(databases.reader().connections(), run).byTopic().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, topic -> topic.getValue().records()));
  }
}
