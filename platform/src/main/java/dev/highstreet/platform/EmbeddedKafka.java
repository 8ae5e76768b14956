package dev.highstreet.platform;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker and its KRaft controller in this process. Its log stays in the data directory when
 * it stops; one that was killed recovers the log at the next start.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final int NODE_ID = 1;
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final DirectoryLock lock;
  private final String bootstrapServers;

  private EmbeddedKafka(KafkaRaftServer server, DirectoryLock lock, String bootstrapServers) {
    this.server = server;
    this.lock = lock;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker, and returns when it takes requests.
   *
   * @param dataDir made when absent; formatted on first use
   * @param port where clients connect, on loopback; 0 for any free one
   * @throws PlatformException if it does not start
   */
  public static EmbeddedKafka start(Path dataDir, int port) {
    int brokerPort = port == 0 ? new FreePorts().next(0) : port;
    return start(dataDir, brokerPort, brokerPort);
  }

  /**
   * The same behind something that passes connections on, to which clients are sent.
   *
   * @param brokerPort where it listens, on loopback
   * @param advertisedPort where clients are told to connect, on loopback
   */
  public static EmbeddedKafka start(Path dataDir, int brokerPort, int advertisedPort) {
    requireNonNull(dataDir, "dataDir is null");
    FreePorts ports = new FreePorts();
    int controllerPort = ports.next(0);
    KafkaRaftServer server = null;
    DirectoryLock lock = null;
    try {
      Files.createDirectories(dataDir);
      // before Kafka, whose own check comes after it has touched the quorum's files: the first
      // broker could then neither go on nor be shut down
      lock = DirectoryLock.take(dataDir);
      format(dataDir);
      server =
          new KafkaRaftServer(
              new KafkaConfig(settings(dataDir, brokerPort, advertisedPort, controllerPort), false),
              Time.SYSTEM);
      server.startup();
    } catch (Exception e) {
      if (server != null) {
        server.shutdown();
      }
      release(lock);
      throw new PlatformException(
          "Kafka did not start on port %d with its data in %s: %s"
              .formatted(brokerPort, dataDir, e.getMessage()),
          e);
    }
    return new EmbeddedKafka(server, lock, "127.0.0.1:" + advertisedPort);
  }

  /** Where clients connect, as {@code HOST:PORT}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops the broker and waits for it; its log is closed cleanly. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    release(lock);
  }

  private static void release(DirectoryLock lock) {
    if (lock == null) {
      return;
    }
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void format(Path dataDir) throws Exception {
    if (Files.exists(dataDir.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(CONTROLLER)
          .setDirectories(List.of(dataDir.toString()))
          .setMetadataLogDirectory(dataDir.toString())
          .setIgnoreFormatted(true)
          .run();
    }
  }

  private static Map<String, String> settings(
      Path dataDir, int brokerPort, int advertisedPort, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("log.dirs", dataDir.toString());
    settings.put(
        "listeners",
        "BROKER://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(brokerPort, CONTROLLER, controllerPort));
    settings.put("advertised.listeners", "BROKER://127.0.0.1:" + advertisedPort);
    settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "BROKER");
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    settings.put("auto.create.topics.enable", "false");
    settings.put("group.initial.rebalance.delay.ms", "0");
    oneReplicaOfInternalTopics(settings);
    // one broker on a small machine: few threads, and no 128 MB buffer for compaction
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
    return settings;
  }

  private static void oneReplicaOfInternalTopics(Map<String, String> settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
  }
}
