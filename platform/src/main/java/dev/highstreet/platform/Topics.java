package dev.highstreet.platform;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.highstreet.schemas.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of the contract, as they must be in Kafka. */
public final class Topics {
  /** Partitions of each topic: at most that many readers at once. */
  public static final int PARTITIONS = 4;

  /**
   * What a dead letter may weigh, in bytes: the largest record that an event topic takes (1 MiB),
   * and the headers that say where it came from.
   */
  public static final int LARGEST_DEAD_LETTER = 2 << 20;

  private static final int TIMEOUT_MILLIS = 15_000;

  private Topics() {}

  /**
   * Creates the topics that are not there yet, and leaves the others as they are.
   *
   * @param bootstrapServers {@code HOST:PORT}, with as many replicas as the broker's default
   * @return the names of those created, in the contract's order
   * @throws PlatformException if Kafka does not answer within 15 s, or refuses
   */
  public static List<String> create(String bootstrapServers) {
    requireNonNull(bootstrapServers, "bootstrapServers is null");
    return ask(
        bootstrapServers,
        admin -> {
          List<String> created = new ArrayList<>();
          List<NewTopic> wanted = Arrays.stream(Topic.values()).map(Topics::asInKafka).toList();
          Map<String, KafkaFuture<Void>> answers = admin.createTopics(wanted).values();
          for (NewTopic topic : wanted) {
            if (isNew(answers.get(topic.name()))) {
              created.add(topic.name());
            }
          }
          return created;
        });
  }

  /**
   * Creates the topics in which an upload brings its events.
   *
   * @param upload its name; see {@link Topic#uploadName}
   * @param topics those whose events it brings
   * @throws PlatformException if Kafka does not answer within 15 s, or refuses
   */
  public static void createUpload(
      String bootstrapServers, String upload, Collection<Topic> topics) {
    requireNonNull(bootstrapServers, "bootstrapServers is null");
    var unused =
        ask(
            bootstrapServers,
            admin ->
                admin
                    .createTopics(
                        topics.stream()
                            .map(topic -> asInKafka(topic, topic.uploadName(upload)))
                            .toList())
                    .all()
                    .get());
  }

  /**
   * Deletes the topics of an upload; those that are not there are none of its.
   *
   * @throws PlatformException if Kafka does not answer within 15 s, or refuses
   */
  public static void deleteUpload(String bootstrapServers, String upload) {
    requireNonNull(bootstrapServers, "bootstrapServers is null");
    // each of those that may be: a list of topics may be a moment old
    Set<String> possible =
        Topic.EVENTS.stream().map(topic -> topic.uploadName(upload)).collect(toSet());
    var unused =
        ask(
            bootstrapServers,
            admin -> {
              for (KafkaFuture<Void> deletion :
                  admin.deleteTopics(possible).topicNameValues().values()) {
                deleted(deletion);
              }
              return null;
            });
  }

  /**
   * The topics that are not there, in the contract's order.
   *
   * @throws PlatformException if Kafka does not answer within 15 s
   */
  public static List<String> missing(String bootstrapServers) {
    requireNonNull(bootstrapServers, "bootstrapServers is null");
    return ask(
        bootstrapServers,
        admin -> {
          Set<String> present = admin.listTopics().names().get();
          return Arrays.stream(Topic.values())
              .map(Topic::topicName)
              .filter(topic -> !present.contains(topic))
              .toList();
        });
  }

  /** A question to Kafka, which takes its time to answer. */
  @FunctionalInterface
  private interface Question<A> {
    A ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  private static <A> A ask(String bootstrapServers, Question<A> question) {
    try (Admin admin = admin(bootstrapServers)) {
      return question.ask(admin);
    } catch (KafkaException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw unanswered(bootstrapServers, reason);
    } catch (ExecutionException e) {
      throw unanswered(bootstrapServers, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unanswered(bootstrapServers, e);
    }
  }

  /** The controller alone knows: a broker's list of topics may be a moment old. */
  private static boolean isNew(KafkaFuture<Void> answer)
      throws ExecutionException, InterruptedException {
    try {
      answer.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  private static void deleted(KafkaFuture<Void> answer)
      throws ExecutionException, InterruptedException {
    try {
      answer.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw e;
      }
    }
  }

  /** An admin client that gives up after 15 s; the caller closes it. */
  static Admin admin(String bootstrapServers) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS));
  }

  /**
   * Record times follow the shop's clock, which runs through any year: by default Kafka would
   * delete year-old records at once, refuse those an hour ahead, and roll a segment for each week
   * of shop time.
   */
  private static NewTopic asInKafka(Topic topic) {
    return asInKafka(topic, topic.topicName());
  }

  private static NewTopic asInKafka(Topic topic, String name) {
    Map<String, String> config = new HashMap<>();
    config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    config.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
    config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Long.MAX_VALUE));
    if (topic == Topic.DEAD_LETTERS) {
      config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_DEAD_LETTER));
    }
    return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(config);
  }

  private static PlatformException unanswered(String bootstrapServers, Throwable cause) {
    return new PlatformException(
        "No use of Kafka at %s: %s".formatted(bootstrapServers, cause.getMessage()), cause);
  }
}
