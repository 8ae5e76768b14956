package dev.highstreet.testsupport.cluster;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.platform.FreePorts;
import dev.highstreet.testsupport.Eventually;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.TaskManagerOptions;

/**
 * A Flink cluster on loopback whose JobManager and TaskManager are processes of their own, started
 * from Flink's Maven jars and nothing else: what a distribution runs. Jars come by REST, as from
 * the web UI.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final int JOB_MANAGER_HEAP = 512;
  private static final int TASK_MANAGER_HEAP = 640;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Path dataDir;
  private final Path conf;
  private final Map<String, String> environment;
  private final URI rest;
  private FlinkProcess jobManager;
  private FlinkProcess taskManager;
  private int jobManagersStarted;
  private int taskManagersStarted;

  private FlinkCluster(Path dataDir, Map<String, String> environment, int restPort) {
    this.dataDir = dataDir;
    this.conf = dataDir.resolve("conf");
    this.environment = Map.copyOf(environment);
    this.rest = URI.create("http://127.0.0.1:" + restPort);
  }

  /**
   * Starts one JobManager and one TaskManager, and returns when all slots are free to use.
   *
   * @param dataDir configuration, logs, checkpoints and savepoints go there; made when absent
   * @param slots of the TaskManager
   * @param environment of both processes, besides that of this one
   * @throws AssertionError if the cluster is not up within two minutes; ends with its log
   */
  public static FlinkCluster start(Path dataDir, int slots, Map<String, String> environment)
      throws Exception {
    requireNonNull(dataDir, "dataDir is null");
    FreePorts ports = new FreePorts();
    int restPort = ports.next(0);
    FlinkCluster cluster = new FlinkCluster(dataDir.toAbsolutePath(), environment, restPort);
    ClusterSettings.write(cluster.conf, cluster.dataDir, ports.next(0), restPort, slots);
    try {
      cluster.launchJobManager();
      cluster.startTaskManager();
      return cluster;
    } catch (Exception | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  /** The address of the REST interface and of the web UI. */
  public URI rest() {
    return rest;
  }

  /** Kills the JobManager, as {@code kill -9} does; returns when it is gone. */
  public void killJobManager() {
    jobManager.kill();
  }

  /**
   * Starts a JobManager in the place of one that was killed, at the same address; returns when the
   * TaskManager has registered with it. It knows nothing of the jobs and jars of the one before.
   *
   * @throws AssertionError if that takes more than two minutes; ends with a log
   */
  public void startJobManager() throws Exception {
    launchJobManager();
    awaitTaskManager();
  }

  private void launchJobManager() throws IOException {
    jobManagersStarted++;
    jobManager =
        launch(JOB_MANAGER, JOB_MANAGER_HEAP, "jobmanager-" + jobManagersStarted, List.of());
  }

  /** Kills the TaskManager, as {@code kill -9} does; returns when it is gone. */
  public void killTaskManager() {
    taskManager.kill();
  }

  /**
   * Starts a TaskManager, the first one or in the place of one that was killed; returns when it has
   * registered.
   *
   * @throws AssertionError if it has not within two minutes; ends with its log
   */
  public void startTaskManager() throws Exception {
    taskManagersStarted++;
    String id = taskManagerId();
    List<String> named =
        List.of("-D", TaskManagerOptions.TASK_MANAGER_RESOURCE_ID.key() + "=" + id);
    taskManager = launch(TASK_MANAGER, TASK_MANAGER_HEAP, id, named);
    awaitTaskManager();
  }

  private String taskManagerId() {
    return "taskmanager-" + taskManagersStarted;
  }

  private void awaitTaskManager() throws Exception {
    String id = taskManagerId();
    Eventually.wait(PATIENCE, id + " to register at " + rest, () -> isRegistered(id));
  }

  private boolean isRegistered(String id) throws Exception {
    for (FlinkProcess process : List.of(jobManager, taskManager)) {
      if (!process.isAlive()) {
        throw new AssertionError("Flink did not start. " + process.lastWords());
      }
    }
    JsonNode answer;
    try {
      HttpRequest request = HttpRequest.newBuilder(rest.resolve("/taskmanagers")).build();
      answer = json.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (ConnectException e) {
      return false; // the JobManager does not listen yet
    }
    for (JsonNode registered : answer.path("taskmanagers")) {
      if (registered.path("id").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private FlinkProcess launch(
      String entryPoint, int heapMebibytes, String name, List<String> arguments)
      throws IOException {
    Path log = dataDir.resolve(name + ".log");
    return FlinkProcess.start(entryPoint, heapMebibytes, conf, arguments, environment, log);
  }

  /** Kills both processes. */
  @Override
  public void close() {
    for (FlinkProcess process : Arrays.asList(taskManager, jobManager)) {
      if (process != null) {
        process.kill();
      }
    }
  }
}
