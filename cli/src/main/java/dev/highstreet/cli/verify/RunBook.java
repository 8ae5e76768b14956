package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.verify.MergeJoin.Missing;
import java.util.List;

/**
 * What a run writes down beside the rows: how many events became what, and what left by the side.
 * It speaks of everything that happened, never of some days.
 *
 * @param name as a verdict calls it
 * @param answer the answer key's query
 * @param keyColumns how many of its columns are the key
 * @param found the same from the database
 * @param missing whether the database may lack rows of the answer
 */
record RunBook(String name, String answer, int keyColumns, String found, Missing missing) {
  RunBook {
    requireNonNull(name, "name is null");
    requireNonNull(answer, "answer is null");
    requireNonNull(found, "found is null");
    requireNonNull(missing, "missing is null");
  }

  /** All of them, for runs whose counts add up to everything. */
  static List<RunBook> of(SalesRun run) {
    return List.of(
        new RunBook(
            "ops.run_counts",
            "ops.run_counts",
            2,
            """
            SELECT topic, CASE WHEN outcome IN ('REPEATED', 'BEHIND') THEN 'REPEATED or BEHIND' ELSE outcome END AS outcome,
                   sum(events) AS events
            FROM ops.run_counts
            WHERE run_id IN (%s) AND outcome NOT IN ('TICK', 'LINE_QUARANTINED')
            GROUP BY 1, 2
            HAVING sum(events) > 0"""
                .formatted(SalesRuns.list(run.chain())),
            Missing.COUNTS),
        new RunBook(
            "ops.dead_letters",
            "ops.dead_letters",
            4,
            "SELECT topic, key, line, reason, count(*) AS letters FROM ops.dead_letters GROUP BY topic, key, line, reason",
            Missing.COUNTS),
        new RunBook(
            "ops.late_events, late",
            "ops.late_events",
            2,
            "SELECT topic, event_id, count(*) AS events FROM ops.late_events WHERE kind = 'LATE' GROUP BY topic, event_id",
            Missing.COUNTS),
        new RunBook(
            "ops.late_events, behind",
            "ops.behind_events",
            2,
            "SELECT topic, event_id, count(*) AS events FROM ops.late_events WHERE kind = 'BEHIND' GROUP BY topic, event_id",
            Missing.IS_ALLOWED));
  }
}
