package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Writes rows as an {@link UpsertSink} does, but is no sink: it emits nothing, and its input's end,
 * which it passes on, says that all of them are written. So something can come after it.
 *
 * @param <E> what the stream holds
 */
public final class WriteRows<E> extends AbstractStreamOperator<Long>
    implements OneInputStreamOperator<E, Long>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private final Database database;
  private final long runId;
  private final Routing<E> routing;
  private final boolean staged;
  private final UpsertOptions options = UpsertOptions.defaults();

  private transient UpsertBatch batch;
  private transient Transactions transactions;

  private WriteRows(Database database, long runId, Routing<E> routing, boolean staged) {
    this.database = requireNonNull(database, "database is null");
    this.runId = runId;
    this.routing = requireNonNull(routing, "routing is null");
    this.staged = staged;
  }

  /** Writes into the tables themselves, as the given run. */
  public static <E> WriteRows<E> inPlace(Database database, long runId, Routing<E> routing) {
    return new WriteRows<>(database, runId, routing, false);
  }

  /** Writes where rows of these tables are staged ({@link MartTable#staged}), as the given run. */
  public static <E> WriteRows<E> staged(Database database, long runId, Routing<E> routing) {
    return new WriteRows<>(database, runId, routing, true);
  }

  @Override
  public void open() throws Exception {
    super.open();
    DriverRelease.register(getContainingTask().getEnvironment().getUserCodeClassLoader());
    batch = staged ? UpsertBatch.staged(runId) : new UpsertBatch(runId);
    transactions = new Transactions(database, options.retryFor(), getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<E> element) throws Exception {
    routing.route(element.getValue(), batch);
    if (batch.rows() >= options.maxRows() || batch.bytes() >= options.maxBytes()) {
      flush();
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    flush();
  }

  @Override
  public void endInput() throws Exception {
    flush();
  }

  private void flush() throws IOException, InterruptedException {
    if (batch.rows() == 0) {
      return;
    }
    try {
      transactions.run(batch::write);
    } catch (SQLException e) {
      throw transactions.failure(e);
    }
    batch.clear();
  }

  @Override
  public void close() throws Exception {
    if (transactions != null) {
      transactions.close();
    }
    super.close();
  }
}
