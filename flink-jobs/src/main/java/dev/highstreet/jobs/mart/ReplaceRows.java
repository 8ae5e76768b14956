package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import dev.highstreet.jobs.mart.ReplacingTransaction.RunIsOverException;
import java.io.Closeable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The last step of a backfill: when its input ends, everything is staged, and all of it takes the
 * place of the old rows at once. Must run in one instance, behind every {@link WriteRows} of the
 * run. Cancelled meanwhile, it undoes what it has done, and ends at once.
 */
public final class ReplaceRows extends AbstractStreamOperator<Long>
    implements OneInputStreamOperator<Long, Long>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  // one statement moves all rows of a table, however many
  private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

  private final Database database;
  private final long runId;
  private final ArrayList<Replacement> replacements;

  /** Replaces as the given run, which must be recorded as a backfill. */
  public ReplaceRows(Database database, long runId, List<Replacement> replacements) {
    this.database = requireNonNull(database, "database is null");
    this.runId = runId;
    this.replacements = new ArrayList<>(replacements);
  }

  @Override
  public void processElement(StreamRecord<Long> element) {
    throw new IllegalStateException("staging emits nothing");
  }

  @Override
  public void endInput() throws Exception {
    DriverRelease.register(getContainingTask().getEnvironment().getUserCodeClassLoader());
    try (Transactions transactions =
        new Transactions(
            database, UpsertOptions.defaults().retryFor(), LONGEST_STATEMENT, getMetricGroup())) {
      CloseableRegistry onCancel = getContainingTask().getCancelables();
      // a task that is cancelled is interrupted, which no statement notices
      Closeable undo = transactions::abandon;
      onCancel.registerCloseable(undo);
      try {
        replace(transactions);
      } finally {
        boolean unused = onCancel.unregisterCloseable(undo);
      }
    }
  }

  private void replace(Transactions transactions) throws Exception {
    try {
      transactions.run(new ReplacingTransaction(runId, replacements)::on);
    } catch (RunIsOverException e) {
      throw new SuppressRestartsException(e);
    } catch (SQLException e) {
      throw transactions.failure(e);
    }
  }
}
