package dev.highstreet.testsupport;

import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Kafka broker with the topics of the contract, empty for each test class. Register it as a
 * static field: {@code @RegisterExtension static final KafkaExtension KAFKA = new
 * KafkaExtension();}
 */
public final class KafkaExtension implements BeforeAllCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> NAMES =
      Arrays.stream(Topic.values()).map(Topic::topicName).toList();

  private Broker broker;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    broker = SharedServer.of(context, Broker.class, Broker::start, Broker::close);
    emptyTopics();
  }

  /** Where clients connect, as {@code HOST:PORT}. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Stops the broker, lets something happen, and starts it again on the same port and log. */
  public void whileStopped(Meanwhile meanwhile) throws Exception {
    broker.whileStopped(meanwhile);
  }

  /** Makes all topics anew: no records, and offsets from 0. For between the tests of a class. */
  public void emptyTopics() throws Exception {
    emptyTopics(bootstrapServers());
  }

  /** The same on any broker of a test's, at {@code HOST:PORT}. */
  public static void emptyTopics(String bootstrapServers) throws Exception {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<Uuid> old = new HashSet<>(present(admin).values());
      for (KafkaFuture<Void> deletion : admin.deleteTopics(NAMES).topicNameValues().values()) {
        deleted(deletion);
      }
      Topics.create(bootstrapServers);
      Eventually.wait(PATIENCE, "the broker to see its new topics", () -> seen(admin, old));
    }
  }

  /** The controller alone knows what there is: a broker's list of topics may be a moment old. */
  private static void deleted(KafkaFuture<Void> deletion)
      throws InterruptedException, ExecutionException {
    try {
      deletion.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw e;
      }
    }
  }

  /**
   * Until the broker has followed the controller it takes records for the old topic of the same
   * name, and loses them with it.
   */
  private static boolean seen(Admin admin, Set<Uuid> old)
      throws InterruptedException, ExecutionException {
    Map<String, Uuid> now = present(admin);
    return now.keySet().containsAll(NAMES) && Collections.disjoint(now.values(), old);
  }

  private static Map<String, Uuid> present(Admin admin)
      throws InterruptedException, ExecutionException {
    Map<String, Uuid> ids = new HashMap<>();
    for (TopicListing topic : admin.listTopics().listings().get()) {
      if (NAMES.contains(topic.name())) {
        ids.put(topic.name(), topic.topicId());
      }
    }
    return ids;
  }
}
