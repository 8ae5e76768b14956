package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.clean.SideTables;
import dev.highstreet.jobs.config.SalesConfig;
import dev.highstreet.jobs.core.TransactionTables;
import dev.highstreet.jobs.enrich.BookedTransaction;
import dev.highstreet.jobs.ledger.LedgerTables;
import dev.highstreet.jobs.mart.ReplaceRows;
import dev.highstreet.jobs.mart.Replacement;
import dev.highstreet.jobs.mart.Replacement.Extent;
import dev.highstreet.jobs.mart.Routing;
import dev.highstreet.jobs.mart.WriteRows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Where a backfill's streams end: in staging, and once all are there, together, in the tables.
 * Letters go to their table only; whoever reads the topic has had them from the live job.
 */
final class BackfillSinks {
  private BackfillSinks() {}

  static void attach(SalesStreams streams, SalesConfig config, long runId, BackfillDays days) {
    DataStream<Long> written =
        stage(
                streams
                    .sales()
                    .filter(new RowsOf(days))
                    .uid("rows-of-days")
                    .name("Keep rows of the days, and months"),
                config,
                runId,
                SalesTables.routing(config.zone()),
                "sales-marts",
                "Stage sales marts")
            .union(
                stage(
                    streams
                        .booked()
                        .filter(new TransactionsOf(days))
                        .uid("transactions-of-days")
                        .name("Keep transactions of the days"),
                    config,
                    runId,
                    TransactionTables.routing(config.zone()),
                    "transactions",
                    "Stage orders, lines and returns"),
                stage(
                    streams.deadLetters(),
                    config,
                    runId,
                    Routing.to(SideTables.DEAD_LETTERS),
                    "dead-letters",
                    "Stage dead letters"),
                streams
                    .counts()
                    .transform(
                        "Upsert run counts",
                        Types.LONG,
                        WriteRows.inPlace(
                            config.database(), runId, Routing.to(LedgerTables.RUN_COUNTS)))
                    .uid("upsert-run-counts")
                    .setParallelism(1));
    written
        .transform(
            "Replace the old rows by those staged",
            Types.LONG,
            new ReplaceRows(config.database(), runId, replacements(config.zone())))
        .uid("replace-rows")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  /** Every table that a backfill replaces rows of. */
  static List<Replacement> replacements(ZoneId zone) {
    List<Replacement> replacements = new ArrayList<>(TransactionTables.replacements(zone));
    replacements.addAll(SalesTables.replacements(zone));
    replacements.add(new Replacement(SideTables.DEAD_LETTERS, Extent.LETTERS));
    return List.copyOf(replacements);
  }

  private static <E> SingleOutputStreamOperator<Long> stage(
      DataStream<E> stream,
      SalesConfig config,
      long runId,
      Routing<E> routing,
      String what,
      String name) {
    return stream
        .transform(name, Types.LONG, WriteRows.staged(config.database(), runId, routing))
        .uid("stage-" + what);
  }

  /** Rows of hours and days that are replaced, and of all months there are. */
  record RowsOf(BackfillDays days) implements FilterFunction<SalesRow> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean filter(SalesRow row) {
      Grain grain = Grouping.grainOf(row.mart());
      return grain == Grain.MONTH
          || days.hold(LocalDate.ofEpochDay(grain.firstDay(row.period(), days.zone())));
    }
  }

  /** Transactions of the days that are replaced. */
  record TransactionsOf(BackfillDays days) implements FilterFunction<BookedTransaction> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean filter(BookedTransaction booked) {
      return days.hold(days.day(booked.transaction().occurredAt()));
    }
  }
}
