package dev.highstreet.dashboard.alerts;

import dev.highstreet.dashboard.alerts.Alert.Kind;
import dev.highstreet.dashboard.flink.JobHealth;
import dev.highstreet.dashboard.ledger.History;
import dev.highstreet.dashboard.ledger.Run;
import dev.highstreet.dashboard.reconciliation.Reconciliation;
import dev.highstreet.dashboard.shell.Format;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides what is wrong. What is not known is not wrong, but a cluster that is silent. */
final class AlertRules {
  /** A lag below this is none that grows: it is read in a moment. */
  private static final long SMALL_LAG = 1_000;

  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private AlertRules() {}

  /** What is wrong, each in a sentence. */
  static Map<Kind, String> broken(Observation seen) {
    Map<Kind, String> broken = new EnumMap<>(Kind.class);
    jobDown(seen).ifPresent(words -> broken.put(Kind.JOB_DOWN, words));
    lagGrowing(seen).ifPresent(words -> broken.put(Kind.LAG_GROWING, words));
    checkpointFailing(seen).ifPresent(words -> broken.put(Kind.CHECKPOINT_FAILING, words));
    notReconciled(seen).ifPresent(words -> broken.put(Kind.NOT_RECONCILED, words));
    return broken;
  }

  /** A run that was not ended by anybody must have a job that runs, or is about to. */
  private static Optional<String> jobDown(Observation seen) {
    Optional<Run> run = seen.liveRun();
    if (run.isEmpty()) {
      return Optional.empty();
    }
    if (run.get().outcome().equals("FAILED")) {
      return Optional.of("Run %d of %s has failed.".formatted(run.get().id(), run.get().job()));
    }
    if (!run.get().running()) {
      return Optional.empty();
    }
    if (seen.jobs().problem() != null) {
      return Optional.of(
          "Flink does not answer, so run %d of %s may be down."
              .formatted(run.get().id(), run.get().job()));
    }
    String ofRun = "(run %d)".formatted(run.get().id());
    List<JobHealth> jobs = seen.jobs().value();
    // a run that has just begun may not have counted yet: its job is as good as this run's
    if (jobs.stream().anyMatch(health -> isLive(health) && !isDown(health))) {
      return Optional.empty();
    }
    return Optional.of(
        jobs.stream()
            .filter(health -> health.job().name().endsWith(ofRun))
            .findFirst()
            .map(
                health ->
                    "%s is %s."
                        .formatted(
                            health.job().name(), health.job().state().toLowerCase(Locale.ROOT)))
            .orElse(
                "Flink knows no job of run %d of %s, which nobody has stopped."
                    .formatted(run.get().id(), run.get().job())));
  }

  private static boolean isLive(JobHealth health) {
    return health.job().name().contains(", live ");
  }

  private static boolean isDown(JobHealth health) {
    return health.job().troubled() || health.job().ended();
  }

  private static Optional<String> lagGrowing(Observation seen) {
    if (seen.reading().problem() == null && seen.reading().value().balance().impossible()) {
      return Optional.of(
          "More records were counted than Kafka holds: it is not the Kafka that the job has read,"
              + " or its topics were made anew.");
    }
    if (seen.reading().problem() == null && seen.reading().value().wrong()) {
      return Optional.of(
          "%s records wait, and for %s none of them was counted."
              .formatted(
                  Format.count(seen.reading().value().balance().total().remainder().orElse(0)),
                  Format.age(seen.reading().value().standing())));
    }
    OptionalLong now = lagAt(seen, seen.now());
    OptionalLong before = lagAt(seen, seen.now().minus(A_WHILE));
    OptionalLong between = lagAt(seen, seen.now().minus(A_WHILE.dividedBy(2)));
    if (now.isEmpty() || before.isEmpty() || between.isEmpty()) {
      return Optional.empty();
    }
    // more than a fifth in a minute, and still going on
    boolean grows =
        now.getAsLong() >= SMALL_LAG
            && now.getAsLong() * 5 > before.getAsLong() * 6
            && now.getAsLong() > between.getAsLong();
    return grows
        ? Optional.of(
            "%s records wait, %s a minute ago."
                .formatted(Format.count(now.getAsLong()), Format.count(before.getAsLong())))
        : Optional.empty();
  }

  /** The lag at a time: of the newest sample up to then; empty where nothing is known of it. */
  private static OptionalLong lagAt(Observation seen, Instant time) {
    OptionalLong lag = OptionalLong.empty();
    for (History.Sample sample : seen.history()) {
      if (sample.at().isAfter(time)) {
        break;
      }
      lag = sample.lag();
    }
    return lag;
  }

  private static Optional<String> checkpointFailing(Observation seen) {
    if (seen.jobs().problem() != null) {
      return Optional.empty();
    }
    return seen.jobs().value().stream()
        .filter(health -> health.checkpoints().filter(known -> known.failing()).isPresent())
        .findFirst()
        .map(
            health ->
                "The newest checkpoint of %s failed%s."
                    .formatted(
                        health.job().name(),
                        health
                            .checkpoints()
                            .flatMap(known -> known.failure())
                            .map(failure -> withoutFullStop(failure.message()))
                            .filter(message -> !message.isEmpty())
                            .map(message -> ": " + message)
                            .orElse("")));
  }

  private static String withoutFullStop(String message) {
    return message.strip().replaceFirst("\\.$", "");
  }

  private static Optional<String> notReconciled(Observation seen) {
    if (seen.reconciliation().problem() != null) {
      return Optional.empty();
    }
    Optional<Reconciliation> newest = seen.reconciliation().value();
    return newest
        .filter(compared -> !compared.isEqual())
        .map(
            compared ->
                "%d of %d tables differ from the answer key; the first is %s."
                    .formatted(
                        compared.tables().size() - compared.equalTables(),
                        compared.tables().size(),
                        compared.tables().get(0).name()));
  }
}
