package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the jobs of a Flink cluster from its REST interface, {@code GET /jobs/overview}. */
public final class FlinkJobs {
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Asks nothing yet.
   *
   * @param rest the cluster's REST interface
   */
  public FlinkJobs(URI rest) {
    requireNonNull(rest, "rest is null");
    String base = rest.toString();
    this.address = URI.create((base.endsWith("/") ? base : base + "/") + "jobs/overview");
  }

  /**
   * The cluster's jobs, the newest first.
   *
   * @throws Unavailable if it does not answer within 1.5 s, or not in its way
   */
  public List<FlinkJob> read() {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw silent("answered with status " + answer.statusCode(), null);
      }
      List<FlinkJob> jobs = new ArrayList<>();
      JSON.readTree(answer.body()).path("jobs").forEach(job -> jobs.add(job(job)));
      jobs.sort(Comparator.comparing(FlinkJob::since).reversed());
      return List.copyOf(jobs);
    } catch (JsonProcessingException e) {
      throw silent("answered, but not as Flink does", e);
    } catch (IOException e) {
      throw silent("did not answer within 1.5 s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent("was not waited for", e);
    }
  }

  private static FlinkJob job(JsonNode job) {
    JsonNode tasks = job.path("tasks");
    return new FlinkJob(
        job.path("name").asText(),
        job.path("state").asText(),
        Instant.ofEpochMilli(job.path("start-time").asLong()),
        tasks.path("running").asInt(),
        tasks.path("total").asInt());
  }

  private Unavailable silent(String what, Exception cause) {
    return new Unavailable(
        new Problem(
            "Flink does not answer", address.getAuthority() + " " + what + ". The rest goes on."),
        cause);
  }
}
