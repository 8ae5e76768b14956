package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Keeps tables of Postgres equal to the newest row of each key in a stream.
 *
 * <p>At-least-once, and idempotent: rows are whole, not increments, so writing some again after a
 * restart ends in the same table. All that came before a checkpoint barrier is written when the
 * checkpoint completes. A row replaces only rows of the same run or an earlier one, and none is
 * written in a period that a backfill has sealed: a stale job cannot undo what a later run has
 * written, and no job what a backfill has. Rows that are refused are counted in {@code
 * rowsRefused}, and logged once.
 *
 * <p>Each key should reach only one writer at a time (key the stream by it); rows are sorted by key
 * before they are written, so that writers which do share keys wait for each other instead of
 * deadlocking.
 *
 * <p>Errors that may pass (connection lost, server restarting, deadlock) are tried again for a
 * while, see {@link UpsertOptions}; any other fails the job at once, with the table and the first
 * key of the batch in the message.
 *
 * @param <E> what the stream holds; see {@link Routing} for what becomes of it
 */
public final class UpsertSink<E> implements Sink<E> {
  private final Database database;
  private final long runId;
  private final Routing<E> routing;
  private final UpsertOptions options;

  /**
   * A sink that writes as the given run.
   *
   * @param runId from {@link RunRegistry#begin}
   * @param routing which rows of which tables an element becomes
   */
  public UpsertSink(Database database, long runId, Routing<E> routing, UpsertOptions options) {
    this.database = requireNonNull(database, "database is null");
    this.runId = runId;
    this.routing = requireNonNull(routing, "routing is null");
    this.options = requireNonNull(options, "options is null");
  }

  /** As above, with {@link UpsertOptions#defaults}. */
  public UpsertSink(Database database, long runId, Routing<E> routing) {
    this(database, runId, routing, UpsertOptions.defaults());
  }

  @Override
  public SinkWriter<E> createWriter(WriterInitContext context) {
    DriverRelease.register(context.getUserCodeClassLoader());
    Transactions transactions =
        new Transactions(database, options.retryFor(), context.metricGroup());
    return new UpsertWriter<>(
        routing,
        new UpsertBatch(runId),
        transactions,
        options,
        context.getProcessingTimeService(),
        context.metricGroup());
  }
}
