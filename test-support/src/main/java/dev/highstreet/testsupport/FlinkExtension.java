package dev.highstreet.testsupport;

import dev.highstreet.platform.EmbeddedFlink;
import dev.highstreet.platform.FlinkRest;
import java.net.URI;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Flink cluster with eight slots and a web UI; jobs that a test leaves running are cancelled
 * after it. Register it as a static field: {@code @RegisterExtension static final FlinkExtension
 * FLINK = new FlinkExtension();}
 */
public final class FlinkExtension implements BeforeAllCallback, AfterEachCallback {
  /** Parallel instances that fit at once, over all jobs. */
  public static final int SLOTS = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private EmbeddedFlink cluster;

  @Override
  public void beforeAll(ExtensionContext context) {
    cluster =
        SharedServer.of(
            context,
            EmbeddedFlink.class,
            directory -> EmbeddedFlink.start(directory, 0, SLOTS),
            EmbeddedFlink::close);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (JobStatusMessage job : miniCluster().listJobs().get()) {
      if (!job.getJobState().isGloballyTerminalState()) {
        rest().cancel(job.getJobId().toHexString(), PATIENCE);
      }
    }
  }

  /** An environment with the cluster's settings (checkpoints, restarts), to build a job in. */
  public StreamExecutionEnvironment environment(int parallelism) {
    return environment(parallelism, new Configuration());
  }

  /** As {@link #environment(int)}, with more settings, which win over the cluster's. */
  public StreamExecutionEnvironment environment(int parallelism, Configuration settings) {
    Configuration all = cluster.configuration();
    all.addAll(settings);
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, all);
  }

  /** Runs what was built in an environment on the shared cluster; returns once it is accepted. */
  public JobClient submit(StreamExecutionEnvironment environment) throws Exception {
    StreamGraph job = environment.getStreamGraph();
    miniCluster().submitJob(job).get();
    return new MiniClusterJobClient(
        job.getJobID(),
        miniCluster(),
        Thread.currentThread().getContextClassLoader(),
        JobFinalizationBehavior.NOTHING);
  }

  /** Runs it and waits for its end; a job that fails throws. */
  public void run(StreamExecutionEnvironment environment) throws Exception {
    submit(environment).getJobExecutionResult().get();
  }

  /** The cluster itself. */
  public MiniCluster miniCluster() {
    return cluster.miniCluster();
  }

  /** The address of its web UI and REST interface. */
  public URI address() {
    return cluster.rest();
  }

  /** Its REST interface. */
  public FlinkRest rest() {
    return FlinkRest.at(cluster.rest());
  }
}
