package dev.highstreet.drills.rig;

import dev.highstreet.drills.shop.DirtyMonth;
import dev.highstreet.testsupport.cluster.FlinkCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Kafka, Postgres, a JobManager and a TaskManager, each a process of its own, started once and used
 * by all drills. Register it as a static field: {@code @RegisterExtension static final DrillServers
 * SERVERS = new DrillServers();}
 */
public final class DrillServers implements BeforeAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(DrillServers.class);
  private static final int SLOTS = 2;

  private Started started;

  @Override
  public void beforeAll(ExtensionContext context) {
    started =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class);
  }

  /** The broker. */
  public DrillKafka kafka() {
    return started.kafka;
  }

  /** The database. */
  public DrillPostgres postgres() {
    return started.postgres;
  }

  /** The JobManager and the TaskManager. */
  public FlinkCluster flink() {
    return started.flink;
  }

  /** The month that flows through most drills; played once. */
  public DirtyMonth month() {
    return started.month;
  }

  /** Where Flink keeps checkpoints and savepoints, a folder each. */
  public Path flinkDirectory() {
    return started.directory.resolve("flink");
  }

  /** Makes a directory of its own for something else that is started. */
  public Path directory(String name) throws IOException {
    return Files.createDirectories(started.directory.resolve(name));
  }

  private record Started(
      Path directory,
      DirtyMonth month,
      DrillKafka kafka,
      DrillPostgres postgres,
      FlinkCluster flink)
      implements AutoCloseable {
    private static Started now() {
      try {
        Path directory = Files.createTempDirectory("highstreet-drills");
        DirtyMonth month = DirtyMonth.play(directory.resolve("truth"));
        DrillKafka kafka = DrillKafka.start(directory.resolve("kafka"));
        DrillPostgres postgres = DrillPostgres.start(directory.resolve("postgres"));
        FlinkCluster flink = FlinkCluster.start(directory.resolve("flink"), SLOTS, Map.of());
        return new Started(directory, month, kafka, postgres, flink);
      } catch (Exception e) {
        throw new IllegalStateException("the servers of the drills did not start", e);
      }
    }

    @Override
    public void close() throws IOException {
      flink.close();
      postgres.close();
      kafka.close();
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
