package dev.highstreet.dashboard.pipeline;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.Unavailable;
import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
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

/** Reads how many records the event topics hold: the sum of their partitions' end offsets. */
final class KafkaEnds implements AutoCloseable {
  /** The topics that carry events; what the jobs write is not among them. */
  static final List<String> TOPICS =
      Arrays.stream(Topic.values())
          .filter(topic -> topic.event().isPresent())
          .map(Topic::topicName)
          .toList();

  private static final int PATIENCE_MILLIS = 1_500;
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final String bootstrapServers;
  private Admin admin;

  /** After silence, the next ones who ask are told so at once for a while. */
  private Unavailable silence;

  private long silentUntil = System.nanoTime();

  KafkaEnds(String bootstrapServers) {
    this.bootstrapServers = requireNonNull(bootstrapServers, "bootstrapServers is null");
  }

  /**
   * Records ever written to each event topic, ticks among them.
   *
   * @throws Unavailable if Kafka does not answer within 1.5 s, or lacks the topics
   */
  synchronized Map<String, Long> read() {
    if (silence != null && System.nanoTime() < silentUntil) {
      throw silence;
    }
    try {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      for (TopicDescription topic :
          await(admin().describeTopics(TOPICS).allTopicNames()).values()) {
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
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownTopicOrPartitionException
          ? new Unavailable(
              new Problem(
                  "The topics are not there yet",
                  bootstrapServers
                      + " answers, but lacks the event topics. ./highstreet up creates them."),
              e)
          : silent(e);
    } catch (TimeoutException | KafkaException e) {
      throw silent(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent(e);
    }
  }

  private Unavailable silent(Exception cause) {
    silence =
        new Unavailable(
            new Problem(
                "Kafka does not answer",
                bootstrapServers + " did not answer within 1.5 s. Counts go on without it."),
            cause);
    silentUntil = System.nanoTime() + RETRY.toNanos();
    return silence;
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
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
