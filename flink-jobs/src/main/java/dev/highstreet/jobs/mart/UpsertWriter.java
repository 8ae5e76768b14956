package dev.highstreet.jobs.mart;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects rows, and writes them in one transaction when there are many, when they have waited long
 * enough, and at a checkpoint.
 */
final class UpsertWriter<E> implements SinkWriter<E> {
  private static final Logger LOG = LoggerFactory.getLogger(UpsertWriter.class);
  private static final long NANOS_A_MILLI = 1_000_000;

  private final Routing<E> routing;
  private final UpsertBatch batch;
  private final Transactions transactions;
  private final UpsertOptions options;
  private final ProcessingTimeService clock;
  private final SinkWriterMetricGroup metrics;
  private final Counter rowsRefused;
  private ScheduledFuture<?> timer;
  private long lastFlushMillis;

  UpsertWriter(
      Routing<E> routing,
      UpsertBatch batch,
      Transactions transactions,
      UpsertOptions options,
      ProcessingTimeService clock,
      SinkWriterMetricGroup metrics) {
    this.routing = routing;
    this.batch = batch;
    this.transactions = transactions;
    this.options = options;
    this.clock = clock;
    this.metrics = metrics;
    this.rowsRefused = metrics.counter("rowsRefused");
    metrics.setCurrentSendTimeGauge(() -> lastFlushMillis);
  }

  @Override
  public void write(E element, Context context) throws IOException, InterruptedException {
    routing.route(element, batch);
    if (batch.rows() >= options.maxRows() || batch.bytes() >= options.maxBytes()) {
      flush();
    } else if (timer == null) {
      long due = clock.getCurrentProcessingTime() + options.interval().toMillis();
      timer = clock.registerTimer(due, time -> onTimer());
    }
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    flush();
  }

  private void onTimer() throws IOException, InterruptedException {
    timer = null;
    flush();
  }

  private void flush() throws IOException, InterruptedException {
    if (batch.rows() == 0) {
      return;
    }
    long start = System.nanoTime();
    try {
      transactions.run(batch::write);
    } catch (SQLException e) {
      metrics.getNumRecordsSendErrorsCounter().inc(batch.rows());
      throw transactions.failure(e);
    }
    metrics.getNumRecordsSendCounter().inc(batch.rows());
    countRefused();
    batch.clear();
    lastFlushMillis = (System.nanoTime() - start) / NANOS_A_MILLI;
  }

  private void countRefused() {
    if (batch.refused() > 0 && rowsRefused.getCount() == 0) {
      LOG.warn(
          "run {}: {} of {} rows were refused, as a later run has written them, or a backfill has"
              + " sealed their periods; more will only be counted (rowsRefused). If a later run is"
              + " going on, this one is stale: stop it",
          batch.runId(),
          batch.refused(),
          batch.rows());
    }
    rowsRefused.inc(batch.refused());
  }

  /** Does not flush: what came after the last checkpoint comes again. */
  @Override
  public void close() {
    if (timer != null) {
      timer.cancel(false);
    }
    transactions.close();
  }
}
