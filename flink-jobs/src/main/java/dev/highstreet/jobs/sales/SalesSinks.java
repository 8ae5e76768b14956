package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.clean.SideTables;
import dev.highstreet.jobs.config.SalesConfig;
import dev.highstreet.jobs.core.CatalogueTables;
import dev.highstreet.jobs.core.TransactionTables;
import dev.highstreet.jobs.ledger.LedgerTables;
import dev.highstreet.jobs.mart.Database;
import dev.highstreet.jobs.mart.Routing;
import dev.highstreet.jobs.mart.UpsertSink;
import dev.highstreet.jobs.mart.WatermarkSink;
import dev.highstreet.jobs.source.DeadLetterTopic;

/** Where the sales pipeline's streams end: tables of Postgres, and the dead-letter topic. */
final class SalesSinks {
  private SalesSinks() {}

  /** The marts, what left by the side, and the ledger. */
  static void attachMarts(SalesStreams streams, SalesConfig config, long runId) {
    Database database = config.database();
    streams
        .sales()
        .sinkTo(new UpsertSink<>(database, runId, SalesTables.routing(config.zone())))
        .uid("upsert-sales-marts")
        .name("Upsert sales marts");
    streams
        .deadLetters()
        .sinkTo(new UpsertSink<>(database, runId, Routing.to(SideTables.DEAD_LETTERS)))
        .uid("upsert-dead-letters")
        .name("Upsert dead letters");
    streams
        .deadLetters()
        .sinkTo(DeadLetterTopic.sink(config.kafka()))
        .uid("send-dead-letters")
        .name("Send dead letters to Kafka");
    streams
        .lateEvents()
        .sinkTo(new UpsertSink<>(database, runId, Routing.to(SideTables.lateEvents(config.zone()))))
        .uid("upsert-late-events")
        .name("Upsert late events");
    streams
        .counts()
        .sinkTo(new UpsertSink<>(database, runId, Routing.to(LedgerTables.RUN_COUNTS)))
        .uid("upsert-run-counts")
        .name("Upsert run counts")
        .setParallelism(1);
    streams
        .watermarks()
        .sinkTo(new WatermarkSink(database, runId))
        .uid("show-watermark")
        .name("Show watermark")
        .setParallelism(1);
  }

  /** The orders, returns and revisions themselves. */
  static void attachWhatHappened(SalesStreams streams, SalesConfig config, long runId) {
    Database database = config.database();
    streams
        .booked()
        .sinkTo(new UpsertSink<>(database, runId, TransactionTables.routing(config.zone())))
        .uid("upsert-transactions")
        .name("Upsert orders, lines and returns");
    streams
        .catalogue()
        .sinkTo(new UpsertSink<>(database, runId, CatalogueTables.routing()))
        .uid("upsert-catalogue")
        .name("Upsert products, stores and customers");
  }
}
