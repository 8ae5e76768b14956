package dev.highstreet.testsupport;

import dev.highstreet.platform.EmbeddedKafka;
import java.nio.file.Path;

/** A Kafka broker that can be stopped, and started again on the same port and log. */
final class Broker implements AutoCloseable {
  private final Path directory;
  private EmbeddedKafka kafka;

  private Broker(Path directory) {
    this.directory = directory;
    this.kafka = EmbeddedKafka.start(directory, 0);
  }

  static Broker start(Path directory) {
    return new Broker(directory);
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  void whileStopped(Meanwhile meanwhile) throws Exception {
    String address = bootstrapServers();
    kafka.close();
    try {
      meanwhile.happens();
    } finally {
      int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
      kafka = EmbeddedKafka.start(directory, port);
    }
  }

  @Override
  public void close() {
    kafka.close();
  }
}
