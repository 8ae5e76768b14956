package dev.highstreet.platform;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;

/** The REST interface of a Flink cluster, embedded or elsewhere. */
public final class FlinkRest {
  private static final Duration POLL = Duration.ofMillis(50);

  private final FlinkHttp http;

  private FlinkRest(FlinkHttp http) {
    this.http = http;
  }

  /** Of the cluster whose web UI is at this address; nothing is sent yet. */
  public static FlinkRest at(URI webUi) {
    return new FlinkRest(new FlinkHttp(requireNonNull(webUi, "webUi is null")));
  }

  /** The version of Flink that answers. */
  public String version() throws FlinkRestException {
    return http.get("/config").path("flink-version").asText();
  }

  /**
   * Hands a jar to the cluster.
   *
   * @return its id there
   */
  public String upload(Path jar) throws FlinkRestException {
    String storedAs = http.upload("/jars/upload", jar).path("filename").asText();
    return storedAs.substring(storedAs.lastIndexOf('/') + 1);
  }

  /** The entry classes that the web UI offers for an uploaded jar, in the jar's order. */
  public List<String> entryClasses(String jarId) throws FlinkRestException {
    List<String> classes = new ArrayList<>();
    for (JsonNode jar : http.get("/jars").path("files")) {
      if (jar.path("id").asText().equals(jarId)) {
        jar.path("entry").forEach(entry -> classes.add(entry.path("name").asText()));
      }
    }
    return classes;
  }

  /**
   * Runs an uploaded jar's entry class, which submits its job.
   *
   * @return the job's id
   * @throws FlinkRestException with what {@code main} threw, if it did
   */
  public String run(String jarId, JarRun run) throws FlinkRestException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("entryClass", run.entryClass());
    ArrayNode arguments = body.putArray("programArgsList");
    run.arguments().forEach(arguments::add);
    run.savepointPath().ifPresent(path -> body.put("savepointPath", path));
    return http.post("/jars/" + jarId + "/run", body).path("jobid").asText();
  }

  /** Takes an uploaded jar from the cluster; jobs that were submitted from it go on. */
  public void deleteJar(String jarId) throws FlinkRestException {
    http.delete("/jars/" + jarId);
  }

  /** All jobs that the cluster knows: running, and recently ended. */
  public List<FlinkJob> jobs() throws FlinkRestException {
    List<FlinkJob> jobs = new ArrayList<>();
    for (JsonNode job : http.get("/jobs/overview").path("jobs")) {
      jobs.add(
          new FlinkJob(
              job.path("jid").asText(),
              job.path("name").asText(),
              JobStatus.valueOf(job.path("state").asText()),
              Instant.ofEpochMilli(job.path("start-time").asLong())));
    }
    return jobs;
  }

  /** Where a job stands. */
  public JobStatus status(String jobId) throws FlinkRestException {
    return JobStatus.valueOf(http.get("/jobs/" + jobId + "/status").path("status").asText());
  }

  /**
   * Waits until every task of a job runs; before that no savepoint can be taken.
   *
   * @throws FlinkRestException if the job ends, or the time given is over
   */
  public void awaitRunning(String jobId, Duration within) throws FlinkRestException {
    long deadline = System.nanoTime() + within.toNanos();
    while (!everyTaskRuns(http.get("/jobs/" + jobId))) {
      if (status(jobId).isGloballyTerminalState()) {
        throw new FlinkRestException(
            "Job %s is %s: %s"
                .formatted(jobId, status(jobId), rootCause(jobId).orElse("no cause is known")));
      }
      pause(deadline, "the tasks of job " + jobId, within);
    }
  }

  private static boolean everyTaskRuns(JsonNode job) {
    for (JsonNode vertex : job.path("vertices")) {
      if (!vertex.path("status").asText().equals("RUNNING")) {
        return false;
      }
    }
    return !job.path("vertices").isEmpty();
  }

  /** What a job last failed with, one line, innermost cause; empty if it never did. */
  public Optional<String> rootCause(String jobId) throws FlinkRestException {
    JsonNode newest =
        http.get("/jobs/" + jobId + "/exceptions").at("/exceptionHistory/entries/0/stacktrace");
    return newest.isTextual()
        ? Optional.of(StackTraces.rootCause(newest.asText()))
        : Optional.empty();
  }

  /** Metrics of a job as a whole, by name; those that it does not have are left out. */
  public Map<String, String> metrics(String jobId, List<String> names) throws FlinkRestException {
    Map<String, String> values = new HashMap<>();
    String path = "/jobs/" + jobId + "/metrics?get=" + String.join(",", names);
    for (JsonNode metric : http.get(path)) {
      values.put(metric.path("id").asText(), metric.path("value").asText());
    }
    return values;
  }

  /** Stops a job at a savepoint in the cluster's own directory for savepoints. */
  public String stopWithSavepoint(String jobId, Duration within) throws FlinkRestException {
    return stopWithSavepoint(jobId, Optional.empty(), within);
  }

  /**
   * What the operators of a job have counted in accumulators, by name: as of the last heartbeat
   * while it runs, and in full once it has ended.
   */
  public Map<String, Long> accumulators(String jobId) throws FlinkRestException {
    Map<String, Long> values = new HashMap<>();
    for (JsonNode counted :
        http.get("/jobs/" + jobId + "/accumulators").path("user-task-accumulators")) {
      values.merge(counted.path("name").asText(), counted.path("value").asLong(), Long::sum);
    }
    return values;
  }

  /**
   * Stops a job at a savepoint and waits for it. The job does not drain: open periods stay open,
   * and another run can go on from there.
   *
   * @param directory below which the savepoint is put, as the cluster's machines name it; empty for
   *     the cluster's own
   * @return the savepoint's path
   * @throws FlinkRestException if the savepoint fails, or is not done within the time given
   */
  public String stopWithSavepoint(String jobId, Optional<String> directory, Duration within)
      throws FlinkRestException {
    long deadline = System.nanoTime() + within.toNanos();
    awaitRunning(jobId, within);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("drain", false);
    directory.ifPresent(path -> body.put("targetDirectory", path));
    String trigger = http.post("/jobs/" + jobId + "/stop", body).path("request-id").asText();
    String path = "/jobs/" + jobId + "/savepoints/" + trigger;
    while (true) {
      JsonNode answer = http.get(path);
      if (answer.at("/status/id").asText().equals("COMPLETED")) {
        return location(jobId, answer.path("operation"));
      }
      pause(deadline, "the savepoint of job " + jobId, within);
    }
  }

  private static String location(String jobId, JsonNode operation) throws FlinkRestException {
    JsonNode location = operation.path("location");
    if (!location.isTextual()) {
      throw new FlinkRestException(
          "Job %s did not stop at a savepoint: %s"
              .formatted(
                  jobId,
                  StackTraces.rootCause(operation.at("/failure-cause/stack-trace").asText())));
    }
    return location.asText();
  }

  /**
   * Cancels a job, and waits until it has ended. Its retained checkpoints stay.
   *
   * @throws FlinkRestException if it has not ended within the time given
   */
  public void cancel(String jobId, Duration within) throws FlinkRestException {
    long deadline = System.nanoTime() + within.toNanos();
    http.patch("/jobs/" + jobId + "?mode=cancel", within);
    while (!status(jobId).isGloballyTerminalState()) {
      pause(deadline, "the end of job " + jobId, within);
    }
  }

  private static void pause(long deadline, String what, Duration within) throws FlinkRestException {
    if (System.nanoTime() > deadline) {
      throw new FlinkRestException("Waited %s for %s".formatted(within, what));
    }
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlinkRestException("Interrupted while waiting for " + what, e);
    }
  }
}
