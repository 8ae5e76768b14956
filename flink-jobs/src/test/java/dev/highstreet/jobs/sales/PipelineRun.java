package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.clean.DeadLetter;
import dev.highstreet.jobs.clean.LateEvent;
import dev.highstreet.jobs.clean.Scope;
import dev.highstreet.jobs.enrich.BookedTransaction;
import dev.highstreet.jobs.enrich.RevisionLoader;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.ShopEvents;
import dev.highstreet.jobs.fold.Combining;
import dev.highstreet.jobs.ledger.LedgerRow;
import dev.highstreet.jobs.source.ShopTime;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * One run of the sales pipeline over records given, and what came out of it.
 *
 * @param sales the last row of each mart, period and group
 * @param shown how many rows of marts were shown in all
 * @param windowed the same rows as {@code sales}, from Flink's window operator
 * @param booked what was accepted
 * @param deadLetters what was quarantined
 * @param lateEvents what was set aside because of its time
 * @param counts what became of the records, by topic, outcome and reason
 * @param watermarks up to when periods were said to be final
 */
record PipelineRun(
    Map<String, SalesRow> sales,
    int shown,
    Map<String, SalesRow> windowed,
    List<BookedTransaction> booked,
    List<DeadLetter> deadLetters,
    List<LateEvent> lateEvents,
    Map<String, LedgerRow> counts,
    List<Long> watermarks) {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "collect");
            thread.setDaemon(true);
            return thread;
          });

  static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** How the pipeline is run. */
  enum Mode {
    /** As a live job does, showing all the time. */
    STREAMING_EARLY,
    /** Bounded, final rows only. */
    STREAMING_FINAL,
    BATCH
  }

  static PipelineRun of(List<Arrival> arrivals, Mode mode) throws Exception {
    StreamExecutionEnvironment environment = environment(mode);
    DataStream<Arrival> source =
        environment
            .fromData(TypeInformation.of(Arrival.class), arrivals.toArray(new Arrival[0]))
            .setParallelism(1) // one reader, or the order would be lost
            .assignTimestampsAndWatermarks(ShopTime.strategy(ShopEvents.CLOCKS))
            .setParallelism(1);
    Pace pace =
        switch (mode) {
          case STREAMING_EARLY -> new Pace(5, 5, 5, Combining.prompt());
          case STREAMING_FINAL -> new Pace(0, 0, 5, Combining.prompt());
          case BATCH -> Pace.batch();
        };
    SalesStreams streams =
        SalesPipeline.build(
            source,
            new SalesPipeline.Settings(
                Scope.everything(),
                ShopEvents.CLOCKS,
                LONDON,
                1,
                RevisionLoader.none(),
                pace,
                SalesMart.all()));
    return collect(environment, streams);
  }

  private static PipelineRun collect(StreamExecutionEnvironment environment, SalesStreams streams)
      throws Exception {
    CloseableIterator<SalesRow> sales = streams.sales().collectAsync();
    CloseableIterator<SalesRow> windowed =
        WindowedSales.of(streams.booked(), LONDON).collectAsync();
    CloseableIterator<BookedTransaction> booked = streams.booked().collectAsync();
    CloseableIterator<DeadLetter> letters = streams.deadLetters().collectAsync();
    CloseableIterator<LateEvent> late = streams.lateEvents().collectAsync();
    CloseableIterator<LedgerRow> counts = streams.counts().collectAsync();
    CloseableIterator<Long> watermarks = streams.watermarks().collectAsync();
    environment.executeAsync();
    // all at once: a collection that nobody reads holds the job up
    CompletableFuture<List<SalesRow>> salesRows = all(sales);
    CompletableFuture<List<SalesRow>> windowedRows = all(windowed);
    CompletableFuture<List<BookedTransaction>> bookedRows = all(booked);
    CompletableFuture<List<DeadLetter>> letterRows = all(letters);
    CompletableFuture<List<LateEvent>> lateRows = all(late);
    CompletableFuture<List<LedgerRow>> countRows = all(counts);
    CompletableFuture<List<Long>> watermarkRows = all(watermarks);
    return new PipelineRun(
        newest(salesRows.get(), PipelineRun::key),
        salesRows.get().size(),
        newest(windowedRows.get(), PipelineRun::key),
        bookedRows.get(),
        letterRows.get(),
        lateRows.get(),
        newest(
            countRows.get(), row -> "%s %s %s".formatted(row.topic(), row.outcome(), row.reason())),
        watermarkRows.get());
  }

  private static StreamExecutionEnvironment environment(Mode mode) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(1));
    settings.set(CoreOptions.DEFAULT_PARALLELISM, 2);
    if (mode == Mode.BATCH) {
      settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    }
    return StreamExecutionEnvironment.createLocalEnvironment(2, settings);
  }

  private static String key(SalesRow row) {
    return "%s %d %s".formatted(row.mart(), row.period(), row.group());
  }

  private static <T> Map<String, T> newest(List<T> rows, Function<T, String> key) {
    Map<String, T> newest = new TreeMap<>();
    rows.forEach(row -> newest.put(key.apply(row), row));
    return newest;
  }

  private static <T> CompletableFuture<List<T>> all(CloseableIterator<T> iterator) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<T> all = new ArrayList<>();
          iterator.forEachRemaining(all::add);
          return all;
        },
        THREADS);
  }
}
