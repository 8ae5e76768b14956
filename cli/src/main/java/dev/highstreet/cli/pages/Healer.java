package dev.highstreet.cli.pages;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.backfill.Backfills;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.letters.LetterReplay;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.sales.SalesJobs;
import dev.highstreet.cli.verify.TruthView;
import dev.highstreet.cli.verify.Verdict;
import dev.highstreet.cli.verify.Verification;
import dev.highstreet.dashboard.monitoring.Healing;
import dev.highstreet.dashboard.tasks.Work;
import dev.highstreet.sql.CheckResult;
import dev.highstreet.sql.DataChecks;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What the commands do, for the pages of a platform of this process. */
final class Healer implements Healing {
  private static final double NOT_KNOWN = -1;

  private final LocalPlatform platform;
  private final SalesJobs jobs;

  Healer(LocalPlatform platform, SalesJobs jobs) {
    this.platform = requireNonNull(platform, "platform is null");
    this.jobs = requireNonNull(jobs, "jobs is null");
  }

  @Override
  public String backfill(LocalDate from, LocalDate to, Work.Progress progress) {
    return asked(() -> backfills().days(from, to, (words, share) -> progress.tell(share, words)));
  }

  @Override
  public String backfillLate(Work.Progress progress) {
    return asked(() -> backfills().late((words, share) -> progress.tell(share, words)));
  }

  private Backfills backfills() {
    return new Backfills(jobs, platform.databases());
  }

  @Override
  public String verify(Work.Progress progress) {
    return asked(() -> said(verdict(progress)));
  }

  private Verdict verdict(Work.Progress progress) {
    return Verification.of(platform.data().truth(), platform.databases())
        .as(TruthView.AS_HEALED)
        .asking(Optional.of(platform.addresses().kafka()))
        .onProgress(words -> progress.tell(NOT_KNOWN, words))
        .run();
  }

  private static String said(Verdict verdict) {
    String reconciled =
        "Reconciled %d of %d tables, %s to %s"
            .formatted(
                verdict.reconciled(),
                verdict.tables().size(),
                verdict.firstDay(),
                verdict.lastDay());
    return verdict.holds()
        ? reconciled + "."
        : "%s: %,d rows differ.".formatted(reconciled, verdict.differences());
  }

  @Override
  public String check(Work.Progress progress) {
    return asked(
        () -> {
          progress.tell(NOT_KNOWN, "Running the data tests");
          try {
            return said(DataChecks.run(platform.databases().reader().connections()));
          } catch (SQLException e) {
            throw CommandException.usedWrongly("Postgres did not answer: " + e.getMessage(), e);
          }
        });
  }

  private static String said(List<CheckResult> results) {
    List<String> broken =
        results.stream()
            .filter(result -> !result.passed())
            .map(
                result ->
                    String.format(Locale.ROOT, "%s (%,d rows)", result.name(), result.violations()))
            .toList();
    return broken.isEmpty()
        ? "All %d data tests hold.".formatted(results.size())
        : "%d of %d data tests do not hold: %s."
            .formatted(broken.size(), results.size(), String.join(", ", broken));
  }

  @Override
  public String replay(String topic, int partition, long offset, Work.Progress progress) {
    return asked(
        () ->
            new LetterReplay(platform.databases(), platform.addresses().kafka())
                .replay(topic, partition, offset));
  }

  /** A command's refusal is a page's, too. */
  private static String asked(Supplier<String> work) {
    try {
      return work.get();
    } catch (CommandException e) {
      throw new Work.Refusal(e.getMessage(), e);
    }
  }
}
