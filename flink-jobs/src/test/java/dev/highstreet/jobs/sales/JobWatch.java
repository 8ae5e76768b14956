package dev.highstreet.jobs.sales;

import dev.highstreet.platform.FlinkRestException;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.FlinkExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Flink's REST interface tells of a job: its failures, checkpoints and counters. */
final class JobWatch {
  private static final Pattern VERTEX = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

  private final FlinkExtension flink;

  JobWatch(FlinkExtension flink) {
    this.flink = flink;
  }

  /** Why the job was last restarted; empty if it never was. */
  Optional<String> failure(String job) throws FlinkRestException {
    return flink.rest().rootCause(job);
  }

  /** The same for a message: blank if it never was, and never fails itself. */
  String cause(String job) {
    try {
      return failure(job).orElse("");
    } catch (FlinkRestException e) {
      return e.getMessage();
    }
  }

  /** Waits until the job has completed one checkpoint more than now. */
  void awaitCheckpoint(String job) throws Exception {
    long before = checkpoints(job, "completed");
    Eventually.wait(
        SalesRig.PATIENCE,
        "a checkpoint",
        () -> checkpoints(job, "completed") > before,
        () -> cause(job));
  }

  /** Waits until the job has failed, and has been restored from a checkpoint. */
  void awaitRestoredFromCheckpoint(String job) throws Exception {
    Eventually.wait(
        SalesRig.PATIENCE,
        "a restart from a checkpoint",
        () -> checkpoints(job, "restored") > 0,
        () -> cause(job));
  }

  private long checkpoints(String job, String count) throws Exception {
    return number(get("/jobs/%s/checkpoints".formatted(job)), count).orElse(0);
  }

  /** The sum of an operator's counter over its running instances, once the cluster knows it. */
  long counter(String job, String name) throws Exception {
    AtomicReference<OptionalLong> sum = new AtomicReference<>(OptionalLong.empty());
    Eventually.wait(
        SalesRig.PATIENCE,
        "metric " + name,
        () -> {
          sum.set(sum(job, name));
          return sum.get().isPresent();
        },
        () -> cause(job));
    return sum.get().getAsLong();
  }

  private OptionalLong sum(String job, String name) throws Exception {
    Matcher vertex = VERTEX.matcher(get("/jobs/" + job));
    while (vertex.find()) {
      String metrics = "/jobs/%s/vertices/%s/subtasks/metrics".formatted(job, vertex.group(1));
      Matcher metric = Pattern.compile("[^\"]*\\." + name).matcher(get(metrics));
      if (metric.find()) {
        return number(get(metrics + "?agg=sum&get=" + metric.group()), "sum");
      }
    }
    return OptionalLong.empty();
  }

  private String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(flink.address().resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static OptionalLong number(String json, String field) {
    Matcher found = Pattern.compile("\"%s\":(\\d+)".formatted(field)).matcher(json);
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }
}
