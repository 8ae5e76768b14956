package dev.highstreet.jobs.ledger;

import dev.highstreet.jobs.fold.Combining;
import dev.highstreet.jobs.fold.PartialAggregation;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Brings the tallies of several operators together into one ledger. */
public final class LedgerStream {
  /** By this way an operator sends one tally for everything that it decides about a record. */
  public static final OutputTag<Tally> TALLIES = new OutputTag<>("tallies") {};

  private static final int ONE_INSTANCE = 1;

  private DataStream<Tally> tallies;

  private LedgerStream() {}

  /** The tallies of all these operators, which send them by {@link #TALLIES}. */
  public static LedgerStream of(SingleOutputStreamOperator<?>... operators) {
    LedgerStream ledger = new LedgerStream();
    for (SingleOutputStreamOperator<?> operator : operators) {
      String uid = operator.getTransformation().getUid();
      ledger.join(
          operator
              .getSideOutput(TALLIES)
              .transform(
                  "Fold tallies",
                  TypeInformation.of(Tally.class),
                  new PartialAggregation<>(new TallyFolding(), Combining.prompt()))
              .uid("fold-tallies-of-" + uid));
    }
    return ledger;
  }

  /**
   * Makes the ledger's watermark wait for that of the rows, so that it never calls a period final
   * before its rows have been sent.
   */
  public LedgerStream timedBy(SingleOutputStreamOperator<?> rows) {
    join(
        rows.flatMap((row, out) -> {}, TypeInformation.of(Tally.class))
            .uid("time-of-" + rows.getTransformation().getUid())
            .name("Pass on time only"));
    return this;
  }

  /** The ledger of a run. */
  public SingleOutputStreamOperator<LedgerRow> build(long runId, long showEveryMillis) {
    return tallies
        .keyBy(Tally::topic)
        .transform(
            "Count outcomes by topic",
            TypeInformation.of(LedgerRow.class),
            new Ledger(runId, showEveryMillis))
        .uid("ledger")
        .setParallelism(ONE_INSTANCE)
        .setMaxParallelism(ONE_INSTANCE);
  }

  private void join(DataStream<Tally> more) {
    tallies = tallies == null ? more : tallies.union(more);
  }
}
