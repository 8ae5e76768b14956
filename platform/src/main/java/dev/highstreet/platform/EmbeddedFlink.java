package dev.highstreet.platform;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * A Flink cluster in this process: one JobManager, one TaskManager, and the web UI, which takes
 * jars as that of any cluster does. Savepoints stay in the data directory when it stops;
 * checkpoints and uploaded jars serve the jobs of one cluster, and are gone with it.
 */
public final class EmbeddedFlink implements AutoCloseable {
  private static final long STOP_SECONDS = 20;

  private final MiniCluster cluster;
  private final Configuration configuration;
  private final URI rest;

  private EmbeddedFlink(MiniCluster cluster, Configuration configuration, URI rest) {
    this.cluster = cluster;
    this.configuration = configuration;
    this.rest = rest;
  }

  /**
   * Starts a cluster, and returns when it takes jobs.
   *
   * @param dataDir made when absent
   * @param restPort web UI and REST interface, on loopback; 0 for any free one
   * @param slots how many parallel instances of a job fit, over all jobs
   * @throws PlatformException if it does not start
   */
  public static EmbeddedFlink start(Path dataDir, int restPort, int slots) {
    Path home = requireNonNull(dataDir, "dataDir is null").toAbsolutePath();
    int port = restPort == 0 ? new FreePorts().next(0) : restPort;
    Configuration configuration = FlinkSettings.of(home, port);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    try {
      // what a killed cluster left there is of no use to the next: its jobs ended with it
      EmptyDirectory.make(temporary(home));
      EmptyDirectory.make(checkpoints(home));
      EmptyDirectory.make(uploads(home));
      cluster.start();
      return new EmbeddedFlink(cluster, configuration, cluster.getRestAddress().get());
    } catch (Exception e) {
      cluster.closeAsync().join();
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new PlatformException(
          "Flink did not start on port %d with its data in %s: %s"
              .formatted(port, home, e.getMessage()),
          e);
    }
  }

  /** The address of the web UI and the REST interface. */
  public URI rest() {
    return rest;
  }

  /** The cluster itself, for tests that submit to it or take it apart. */
  public MiniCluster miniCluster() {
    return cluster;
  }

  /** What the cluster was started with; a copy. */
  public Configuration configuration() {
    return new Configuration(configuration);
  }

  /** Where savepoints of a cluster with this data directory are put unless told otherwise. */
  public static Path savepoints(Path dataDir) {
    return dataDir.toAbsolutePath().resolve("savepoints");
  }

  static Path checkpoints(Path dataDir) {
    return dataDir.toAbsolutePath().resolve("checkpoints");
  }

  static Path uploads(Path dataDir) {
    return dataDir.toAbsolutePath().resolve("upload");
  }

  static Path temporary(Path dataDir) {
    return dataDir.toAbsolutePath().resolve("tmp");
  }

  /** Stops the cluster; running jobs end where they are, without a savepoint. */
  @Override
  public void close() {
    try {
      cluster.closeAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new PlatformException("Flink at %s did not stop cleanly".formatted(rest), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
