package dev.highstreet.drills.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.verify.TruthView;
import dev.highstreet.drills.shop.Feed;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.cluster.FlinkCluster;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;

/**
 * One drill: a month flows through the job, something breaks meanwhile, and in the end everything
 * must be as if nothing had. The calls follow in the order in which they stand here.
 */
public final class Drill implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Of the records, this part may be on its way: with it a stream lasts some ten seconds. */
  private static final int PARTS = 12;

  private final String fault;
  private final DrillServers servers;
  private final FlinkCluster flink;
  private final DrillStream stream;
  private final Progress progress;
  private final Feed feed;
  private DrillJob job;
  private volatile long held;
  private volatile long onTheirWay;
  private long injectedAt = System.nanoTime();
  private long sentThen;
  private Map<String, Long> countedBefore = Map.of();
  private final Allowance allowance = new Allowance();
  private String seen = "";
  private Optional<String> cause = Optional.empty();

  /** What breaks. */
  @FunctionalInterface
  public interface Fault {
    /** Lets it happen. */
    void happen() throws Exception;
  }

  private Drill(
      String fault, DrillServers servers, FlinkCluster flink, DrillStream stream, DrillJob job) {
    this.fault = fault;
    this.servers = servers;
    this.flink = flink;
    this.stream = stream;
    this.job = job;
    this.held = stream.records().size();
    this.progress = Progress.of(servers.postgres().reader());
    this.onTheirWay = stream.records().size() / PARTS;
    this.feed =
        Feed.start(
            kafka(), stream.records(), () -> Math.min(held, progress.counted() + onTheirWay));
  }

  /** Empties topics and tables, starts the job, and lets the shop's month begin. */
  public static Drill begin(String fault, DrillServers servers) throws Exception {
    return begin(fault, servers, servers.flink(), DrillStream.of(servers.month()));
  }

  /** The same with a choice of cluster and stream. */
  public static Drill begin(
      String fault, DrillServers servers, FlinkCluster flink, DrillStream stream) throws Exception {
    DrillJob.cancelAll(flink.rest());
    KafkaExtension.emptyTopics(servers.kafka().bootstrapServers());
    servers.postgres().beginAfresh();
    DrillJob job =
        DrillJob.submit(
            flink.rest(),
            servers.kafka().bootstrapServers(),
            servers.postgres().jobsUrl(),
            Optional.empty());
    return new Drill(fault, servers, flink, stream, job);
  }

  /** Waits until a third of the records has been counted: there is a checkpoint to go back to. */
  public Drill flowing() throws Exception {
    awaitCounted(stream.records().size() / 3);
    assertThat(feed.isOver()).as("the stream is over before anything breaks").isFalse();
    return this;
  }

  /** Waits until so many records have been counted. */
  public void awaitCounted(long records) throws Exception {
    await("%d records to be counted".formatted(records), () -> progress.counted() >= records);
  }

  /**
   * Waits until so many records have been sent, and a checkpoint holds all of them: also those that
   * wait for something, and are not counted.
   */
  public void awaitCheckpointOf(long records) throws Exception {
    await("%d records to be sent".formatted(records), () -> feed.sent() >= records);
    await("a checkpoint of them all", this::isCheckpointOfAll);
  }

  private boolean isCheckpointOfAll() throws Exception {
    Map<TopicPartition, Long> ends = Accounts.ends(kafka());
    return total(Accounts.byTopic(ends)) == feed.sent() && Accounts.committed(kafka()).equals(ends);
  }

  /** Lets so many records be on their way, to make the stream last longer or shorter. */
  public void pace(long records) {
    onTheirWay = records;
  }

  /** Sends no more than so many records until further notice. */
  public void holdAt(long records) {
    held = records;
  }

  /** Lets it happen, while records flow, and notes how the job looks then. */
  public Drill inject(Fault happening) throws Exception {
    injectedAt = System.nanoTime();
    sentThen = feed.sent();
    happening.happen();
    return this;
  }

  /**
   * Lets Kafka have records twice, those of one request at most. A broker that is killed between
   * writing a request and answering it knows the producer again when it is back, and drops what is
   * sent once more; but not if the records bear times of more than a day ago, as those of a history
   * do (producer.id.expiration.ms, 25 days at most, is compared with the records' own time).
   */
  public Drill kafkaMayRepeatARequest() {
    allowance.recordsTwice(onTheirWay);
    return this;
  }

  /** Says what a user sees while it is so, for the report. */
  public Drill seeing(String what) {
    seen = what;
    return this;
  }

  /** How the job stands, in Flink's words. */
  public String jobStatus() throws Exception {
    return job.status();
  }

  /** What the job last failed with, if it did. */
  public Optional<String> lastFailure() throws Exception {
    return job.rootCause();
  }

  /** Flink's id of the job. */
  public String jobId() {
    return job.id();
  }

  /**
   * Submits the job again to a cluster that knows nothing of it.
   *
   * @param checkpoint of the job that was lost, to go on from
   */
  public void resubmit(String checkpoint) throws Exception {
    submit(checkpoint, Accounts.byTopic(Accounts.committed(kafka())));
    allowance.newRunCountsAgain();
  }

  /** Stops the job at a savepoint, with everything in it that was sent so far. */
  public DrillSavepoint stopHalfWay() throws Exception {
    held = feed.sent();
    awaitCheckpointOf(held);
    Map<TopicPartition, Long> offsets = Accounts.ends(kafka());
    String path = job.stop();
    servers.postgres().endRun();
    return new DrillSavepoint(path, offsets, counted());
  }

  /** Lets the stream go on, with a job that goes on from a savepoint, however old. */
  public void resume(DrillSavepoint savepoint) throws Exception {
    submit(savepoint.path(), savepoint.counted());
    countedBefore = savepoint.counted();
    servers.postgres().beginRunAt(savepoint.offsetsAsJson());
  }

  private void submit(String from, Map<String, Long> before) throws Exception {
    job = DrillJob.submit(flink.rest(), kafka(), servers.postgres().jobsUrl(), Optional.of(from));
    progress.newRunBegins(total(before));
  }

  /** Counts in all late events of days from one to another, with a job that ends. */
  public void backfill(LocalDate from, LocalDate to) throws Exception {
    DrillJob backfill =
        DrillJob.backfill(flink.rest(), kafka(), servers.postgres().jobsUrl(), from, to);
    await("the backfill to end", backfill::hasFinished);
  }

  /** Waits until all that was sent before it broke, and more, has been counted. */
  public Drill goesOn() throws Exception {
    awaitCounted(Math.min(sentThen + 1, stream.records().size()));
    return this;
  }

  /** Waits for the stream's end, and stops the job once it accounts for every record. */
  public Drill ends() throws Exception {
    held = stream.records().size();
    onTheirWay = held;
    await("everything to be sent", feed::isOver);
    Map<String, Long> records = Accounts.byTopic(Accounts.ends(kafka()));
    allowance.demand(stream.records().size(), total(records));
    if (allowance.isCountedAgain()) {
      await("a checkpoint of everything", this::isCheckpointOfAll);
    } else {
      await("every record to be accounted for", () -> counted().equals(records));
    }
    cause = job.rootCause();
    var unused = job.stop();
    servers.postgres().endRun();
    if (!allowance.isCountedAgain()) {
      assertThat(counted()).isEqualTo(records);
    }
    return this;
  }

  /** Compares every row with the truth as it streamed, runs the data tests, and reports. */
  public void provesRight() throws Exception {
    provesRight(TruthView.AS_STREAMED);
  }

  /** The same with another view of the truth. */
  public void provesRight(TruthView view) throws Exception {
    long rows =
        Exactness.demand(
            stream.month().truth(), kafka(), view, servers.postgres(), allowance.leftOut());
    if (allowance.twice() > 0) {
      seen = "Kafka has %d records twice".formatted(allowance.twice());
    }
    new DrillReport(
            fault, cause, seen, progress.longestPause(injectedAt), stream.records().size(), rows)
        .log();
  }

  /** By the newest run, and by that which left the savepoint with which it began. */
  private Map<String, Long> counted() throws Exception {
    Map<String, Long> counted = Accounts.counted(servers.postgres().reader());
    countedBefore.forEach((topic, records) -> counted.merge(topic, records, Long::sum));
    return counted;
  }

  private static long total(Map<String, Long> records) {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  private String kafka() {
    return servers.kafka().bootstrapServers();
  }

  private void await(String what, Callable<Boolean> condition) throws Exception {
    Eventually.wait(PATIENCE, what, condition, this::standing);
  }

  private String standing() {
    String flinkSays;
    try {
      flinkSays = job.status() + ", last failure: " + job.rootCause().orElse("none");
    } catch (Exception e) {
      flinkSays = "Flink does not answer: " + e.getMessage();
    }
    return "%s: %d records counted, %d sent; %s"
        .formatted(fault, progress.counted(), feed.sent(), flinkSays);
  }

  /** Ends the stream; what is left of the job is ended before the next drill. */
  @Override
  public void close() {
    feed.close();
    progress.close();
  }
}
