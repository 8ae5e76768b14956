package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.clean.DeadLetter;
import dev.highstreet.jobs.clean.LateEvent;
import dev.highstreet.jobs.core.CatalogueChange;
import dev.highstreet.jobs.enrich.BookedTransaction;
import dev.highstreet.jobs.ledger.LedgerRow;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of the sales pipeline, each stream keyed in such a way that one instance of a sink
 * sees all rows of a primary key.
 *
 * @param sales rows of all sales marts: full totals, shown again whenever they have changed
 * @param booked accepted transactions
 * @param catalogue rows of products, stores and customers
 * @param deadLetters what was quarantined
 * @param lateEvents what was set aside because of its time
 * @param counts what the run has counted, in full
 * @param watermarks up to when periods are final, epoch milliseconds
 */
public record SalesStreams(
    DataStream<SalesRow> sales,
    DataStream<BookedTransaction> booked,
    DataStream<CatalogueChange> catalogue,
    DataStream<DeadLetter> deadLetters,
    DataStream<LateEvent> lateEvents,
    DataStream<LedgerRow> counts,
    DataStream<Long> watermarks) {}
