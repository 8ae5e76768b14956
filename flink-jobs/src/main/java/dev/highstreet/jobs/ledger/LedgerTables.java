package dev.highstreet.jobs.ledger;

import static dev.highstreet.jobs.mart.ColumnValue.bigint;
import static dev.highstreet.jobs.mart.ColumnValue.text;

import dev.highstreet.jobs.mart.MartTable;

/** The table that the ledger keeps. */
public final class LedgerTables {
  /** A row for each run, topic, outcome and reason. */
  public static final MartTable<LedgerRow> RUN_COUNTS =
      MartTable.<LedgerRow>named("ops.run_counts")
          .key("topic", text(LedgerRow::topic))
          .key("outcome", text(row -> row.outcome().name()))
          .key("reason", text(LedgerRow::reason))
          .value("events", bigint(LedgerRow::events))
          .value("lines", bigint(LedgerRow::lines))
          .perRun()
          .build();

  private LedgerTables() {}
}
