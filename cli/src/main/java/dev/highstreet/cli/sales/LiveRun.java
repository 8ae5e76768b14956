package dev.highstreet.cli.sales;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.LocalPlatform;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the live job: what it has to account for, what it has counted, whether it gets on. */
final class LiveRun {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

  private final LocalPlatform platform;
  private final LiveJob job;
  private final JobWatch watch;
  private volatile TopicOffsets start;
  private volatile boolean ended;

  /**
   * A run as its job was found.
   *
   * @param start where its account begins, as far as is known: whoever submitted it may say later
   */
  LiveRun(LocalPlatform platform, LiveJob job, TopicOffsets start) {
    this.platform = platform;
    this.job = job;
    this.start = start;
    this.watch = new JobWatch(platform.flink(), job.id(), JobWatch.Patience.USUAL);
  }

  LiveJob job() {
    return job;
  }

  /** Says that somebody has ended it. */
  void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Records of each topic that it has to account for, by what Kafka holds now. */
  Map<String, Long> produced() {
    return start().recordsUpTo(TopicOffsets.ends(platform.kafka()));
  }

  /** Where its account begins; what was known before, while the database does not answer. */
  TopicOffsets start() {
    try {
      new Runs(platform.databases()).startOf(job.run()).ifPresent(said -> start = said);
    } catch (CommandException e) {
      LOG.warn("Where run {} began cannot be read now", job.run(), e);
    }
    return start;
  }

  /** What it has counted so far; empty while the database does not answer. */
  Optional<Ledger> ledger() {
    try {
      return Optional.of(Ledger.read(platform.databases().reader().connections(), job.run()));
    } catch (SQLException e) {
      LOG.warn("The ledger cannot be read now", e);
      return Optional.empty();
    }
  }

  /** Whether it has counted all that Kafka holds; false while the database does not answer. */
  boolean isDone() {
    return ledger().filter(soFar -> soFar.accountsFor(produced())).isPresent();
  }

  /** As {@link JobWatch#look}. */
  Optional<Ending> look(Optional<Ledger> soFar, Map<String, Long> produced) {
    return watch.look(
        soFar.map(Ledger::records).orElse(0L),
        soFar.map(ledger -> !ledger.accountsFor(produced)).orElse(true));
  }
}
