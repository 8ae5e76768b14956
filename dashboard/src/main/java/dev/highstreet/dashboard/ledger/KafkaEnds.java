package dev.highstreet.dashboard.ledger;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.Silence;
import dev.highstreet.dashboard.shell.Unavailable;
import dev.highstreet.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads how many records the sales job's topics hold: the sum of their partitions' end offsets. */
final class KafkaEnds implements AutoCloseable {
  /** The topics that the sales job reads; what the jobs write is not among them. */
  static final List<String> TOPICS = Topic.SALES.stream().map(Topic::topicName).toList();

  private static final int PATIENCE_MILLIS = 1_500;

  private final String bootstrapServers;
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "dashboard-kafka");
            thread.setDaemon(true);
            return thread;
          });

  private Future<Map<String, Long>> asked;
  private volatile Admin admin;

  private final Silence since;

  /** Null while Kafka answers. */
  private volatile Unavailable silence;

  /**
   * Asks nothing yet.
   *
   * @param clock the wall clock
   */
  KafkaEnds(String bootstrapServers, Clock clock) {
    this.bootstrapServers = requireNonNull(bootstrapServers, "bootstrapServers is null");
    this.since = new Silence(clock);
  }

  /**
   * Records ever written to each of the topics, ticks among them, as of now. A silent Kafka is
   * waited for once; from then on it is asked in the background only, until it has answered again.
   * What it said before is no answer: counts read since would be ahead of it.
   *
   * @throws Unavailable if Kafka does not answer within 1.5 s, or lacks the topics
   */
  synchronized Map<String, Long> read() {
    Unavailable known = silence;
    if (known == null || asked.isDone()) {
      asked = asking.submit(this::ask);
    }
    if (known != null) {
      throw known;
    }
    try {
      return asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unavailable unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException("cannot read end offsets", e.getCause());
    } catch (TimeoutException e) {
      silence = silent(e);
      throw silence;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(problem(), e); // it was we who did not wait
    }
  }

  /** That Kafka gives no answer, and since when; empty while it does. Asks nothing. */
  Optional<Problem> silent() {
    return Optional.ofNullable(silence).map(Unavailable::problem);
  }

  private Map<String, Long> ask() throws InterruptedException {
    try {
      Map<String, Long> records = records();
      answered();
      return records;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        answered();
        throw new Unavailable(
            new Problem(
                "The topics are not there yet",
                bootstrapServers
                    + " answers, but lacks the event topics. ./highstreet up creates them."),
            e);
      }
      silence = silent(e);
      throw silence;
    } catch (TimeoutException | KafkaException e) {
      silence = silent(e);
      throw silence;
    }
  }

  private Map<String, Long> records()
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (TopicDescription topic : await(admin().describeTopics(TOPICS).allTopicNames()).values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  ends.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    Map<String, Long> records = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> end :
        await(admin().listOffsets(ends).all()).entrySet()) {
      records.merge(end.getKey().topic(), end.getValue().offset(), Long::sum);
    }
    return records;
  }

  private void answered() {
    silence = null;
    since.ends();
  }

  private Unavailable silent(Exception cause) {
    return new Unavailable(since.goesOn(problem()), cause);
  }

  private Problem problem() {
    return new Problem(
        "Kafka does not answer",
        bootstrapServers + " did not answer within 1.5 s. Counts go on without it.");
  }

  private static <T> T await(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  // opened at the first question, not before: the address may not even resolve yet
  private Admin admin() {
    if (admin == null) {
      admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                  AdminClientConfig.CLIENT_ID_CONFIG, "highstreet-dashboard",
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                  AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000));
    }
    return admin;
  }

  @Override
  public synchronized void close() {
    asking.shutdownNow();
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
