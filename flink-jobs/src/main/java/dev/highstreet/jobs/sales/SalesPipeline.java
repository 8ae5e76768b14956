package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.clean.DropRepeats;
import dev.highstreet.jobs.clean.Scope;
import dev.highstreet.jobs.clean.Screen;
import dev.highstreet.jobs.clean.Screened;
import dev.highstreet.jobs.clean.WaysOut;
import dev.highstreet.jobs.core.CatalogueChange;
import dev.highstreet.jobs.core.KeepRevisions;
import dev.highstreet.jobs.enrich.BookedTransaction;
import dev.highstreet.jobs.enrich.Enrich;
import dev.highstreet.jobs.enrich.RevisionLoader;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.fold.PartialAggregation;
import dev.highstreet.jobs.ledger.Ledger;
import dev.highstreet.jobs.ledger.LedgerRow;
import dev.highstreet.jobs.ledger.LedgerStream;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From arrivals to sales marts: screen, drop repeats, enrich, fold. A function of its ends: whether
 * a run is live or bounded, STREAMING or BATCH, is the caller's business.
 */
public final class SalesPipeline {
  /**
   * What the pipeline goes by.
   *
   * @param scope which transactions the run is about
   * @param clocks the rules of time
   * @param zone the business zone, which decides hours, days and months
   * @param runId the run that counts
   * @param published revisions that are known beforehand
   * @param pace how often things are shown
   * @param marts those that are kept
   */
  public record Settings(
      Scope scope,
      Clocks clocks,
      ZoneId zone,
      long runId,
      RevisionLoader published,
      Pace pace,
      List<SalesMart> marts) {}

  private SalesPipeline() {}

  /** Builds the pipeline behind the arrivals, whose watermarks follow {@link Clocks#watermark}. */
  public static SalesStreams build(DataStream<Arrival> arrivals, Settings settings) {
    SingleOutputStreamOperator<Screened> screened =
        arrivals
            .process(new Screen(settings.clocks(), settings.scope()))
            // where they are read, however many others there are: a partition stays in order
            .setParallelism(arrivals.getParallelism())
            .uid("screen")
            .name("Screen: decoded, in time, sound");

    DataStream<Arrival> revisions = screened.getSideOutput(WaysOut.REVISIONS);
    SingleOutputStreamOperator<CatalogueChange> catalogue =
        revisions
            .keyBy(arrival -> arrival.origin().topic() + "/" + arrival.revision().entityId())
            .process(new KeepRevisions())
            .uid("keep-revisions")
            .name("Keep revisions");

    SingleOutputStreamOperator<Screened> unrepeated =
        screened
            .keyBy(Screened::eventId)
            .transform(
                "Drop repeats by event id", TypeInformation.of(Screened.class), new DropRepeats())
            .uid("drop-repeats");

    SingleOutputStreamOperator<BookedTransaction> booked =
        unrepeated
            .keyBy(Screened::eventId)
            .connect(revisions.broadcast(Enrich.CATALOGUE))
            .process(
                new Enrich(
                    settings.clocks(), settings.published(), settings.pace().retryEveryMillis()))
            .uid("enrich")
            .name("Enrich with product revision and store");

    SingleOutputStreamOperator<SalesRow> sales =
        booked
            .transform(
                "Fold sales by group and period",
                new SalesDeltaType(),
                new PartialAggregation<>(
                    new SalesFolding(settings.zone(), settings.marts()),
                    settings.pace().combining()))
            .uid("fold-sales")
            .keyBy(SalesDelta::block)
            .transform(
                "Total sales by hour, day and month",
                TypeInformation.of(SalesRow.class),
                new SalesBlocks(settings.zone(), settings.pace().showEveryMillis()))
            .uid("total-sales");

    SingleOutputStreamOperator<LedgerRow> counts =
        LedgerStream.of(screened, catalogue, unrepeated, booked)
            .timedBy(sales)
            .build(settings.runId(), settings.pace().accountEveryMillis());

    return new SalesStreams(
        sales,
        booked.keyBy(transaction -> transaction.transaction().id()),
        catalogue,
        screened
            .getSideOutput(WaysOut.DEAD_LETTERS)
            .union(
                unrepeated.getSideOutput(WaysOut.DEAD_LETTERS),
                booked.getSideOutput(WaysOut.DEAD_LETTERS)),
        screened
            .getSideOutput(WaysOut.LATE_EVENTS)
            .union(unrepeated.getSideOutput(WaysOut.LATE_EVENTS)),
        counts,
        counts.getSideOutput(Ledger.WATERMARKS));
  }
}
