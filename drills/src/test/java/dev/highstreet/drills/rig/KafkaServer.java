package dev.highstreet.drills.rig;

import dev.highstreet.platform.EmbeddedKafka;
import java.nio.file.Path;

/** The broker of a drill, as a process of its own; ends when its input does. */
public final class KafkaServer {
  private KafkaServer() {}

  /** Takes the data directory, the port to listen on, and the port that clients are sent to. */
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]))) {
      System.out.println("Kafka runs at " + kafka.bootstrapServers());
      while (System.in.read() >= 0) {
        // whoever started it has nothing to say
      }
    }
  }
}
