package dev.highstreet.dashboard.monitoring;

import dev.highstreet.dashboard.tasks.Work;
import java.time.LocalDate;

/**
 * What makes rows right, and what tells whether they are. Each takes its time, tells how far it is,
 * and says in a sentence what came of it. Any thread may call; an interrupt asks it to give up.
 */
public interface Healing {
  /**
   * Replaces some days, and the months that they are in, by what the topics hold of them.
   *
   * @param from the first day
   * @param to the last day
   * @throws Work.Refusal with the reason if that cannot be done, now or at all
   */
  String backfill(LocalDate from, LocalDate to, Work.Progress progress);

  /**
   * Replaces all days with late events that no backfill has counted in.
   *
   * @throws Work.Refusal as {@link #backfill}
   */
  String backfillLate(Work.Progress progress);

  /**
   * Compares every closed day with the answer key; what it finds is in {@code ops.reconciliations}.
   *
   * @throws Work.Refusal if there is no truth to compare with, or nothing is closed yet
   */
  String verify(Work.Progress progress);

  /**
   * Runs the data tests.
   *
   * @throws Work.Refusal if the database does not answer
   */
  String check(Work.Progress progress);

  /**
   * Sends a dead letter back into its topic, if it is valid now.
   *
   * @throws Work.Refusal if it is not, is not known, or was sent before
   */
  String replay(String topic, int partition, long offset, Work.Progress progress);
}
