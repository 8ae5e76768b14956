package dev.highstreet.dashboard.monitoring;

import dev.highstreet.dashboard.flink.JobHealth;
import dev.highstreet.dashboard.shell.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers "What needs me?" in a sentence or a few. */
final class Needs {
  private Needs() {}

  static String of(MonitoringView view) {
    List<String> needs = new ArrayList<>();
    jobs(view, needs);
    traffic(view, needs);
    rightness(view, needs);
    return needs.isEmpty()
        ? "Nothing needs you: %s".formatted(wellness(view))
        : String.join(" ", needs);
  }

  private static void jobs(MonitoringView view, List<String> needs) {
    if (view.jobs().health().problem() != null) {
      needs.add("Flink does not answer, so nobody can tell how the jobs are.");
      return;
    }
    for (JobHealth health : view.jobs().going()) {
      if (health.job().troubled()) {
        needs.add(
            "%s is %s."
                .formatted(health.job().name(), health.job().state().toLowerCase(Locale.ROOT)));
      }
      if (health.checkpoints().filter(known -> known.failing()).isPresent()) {
        needs.add("The newest checkpoint of %s failed.".formatted(health.job().name()));
      }
    }
    if (view.jobs().going().isEmpty()) {
      needs.add("No job is running.");
    }
    if (view.jobs().lateDrops() > 0) {
      needs.add(
          "Flink itself has dropped %s records, and must not drop any."
              .formatted(Format.count(view.jobs().lateDrops())));
    }
  }

  private static void traffic(MonitoringView view, List<String> needs) {
    if (view.traffic().reading().problem() != null) {
      needs.add(view.traffic().reading().problem().title() + ".");
      return;
    }
    view.traffic().kafkaProblem().ifPresent(problem -> needs.add(problem.title() + "."));
    if (view.traffic().reading().value().balance().impossible()) {
      needs.add("More records were counted than Kafka holds.");
    } else if (view.traffic().reading().value().wrong()) {
      needs.add("Records wait, and none of them is being counted.");
    }
  }

  private static void rightness(MonitoringView view, List<String> needs) {
    view.late()
        .found()
        .map(late -> late.ready().size())
        .filter(ready -> ready > 0)
        .ifPresent(
            ready ->
                needs.add(
                    ready == 1
                        ? "One closed day has late events that wait for a backfill."
                        : "%s closed days have late events that wait for a backfill."
                            .formatted(Format.count(ready))));
    view.reconciliation()
        .found()
        .flatMap(newest -> newest)
        .filter(compared -> !compared.isEqual())
        .ifPresent(
            compared ->
                needs.add(
                    "%d of %d tables differ from the answer key."
                        .formatted(
                            compared.tables().size() - compared.equalTables(),
                            compared.tables().size())));
  }

  private static String wellness(MonitoringView view) {
    int jobs = view.jobs().going().size();
    return (jobs == 1 ? "the job runs" : "all %d jobs run".formatted(jobs))
        + ", and every record is accounted for.";
  }
}
