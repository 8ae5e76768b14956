package dev.highstreet.jobs.core;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Revision;
import dev.highstreet.jobs.ledger.LedgerStream;
import dev.highstreet.jobs.ledger.Tally;
import dev.highstreet.jobs.ledger.Tally.Outcome;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Knows every revision of an entity, in whatever order they come. A copy of a known revision is a
 * repeat. State grows with the catalogue, not with the number of events.
 */
public final class KeepRevisions extends KeyedProcessFunction<String, Arrival, CatalogueChange> {
  private static final long serialVersionUID = 1L;

  private transient MapState<Integer, Revision> known;

  @Override
  public void open(OpenContext context) {
    known =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("known", Integer.class, Revision.class));
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<CatalogueChange> out)
      throws Exception {
    Revision revision = arrival.revision();
    String topic = arrival.origin().topic();
    if (known.contains(revision.number())) {
      context.output(LedgerStream.TALLIES, Tally.event(topic, Outcome.REPEATED));
      return;
    }
    known.put(revision.number(), revision);
    context.output(LedgerStream.TALLIES, Tally.event(topic, Outcome.ACCEPTED));

    TreeMap<Integer, Revision> inOrder = new TreeMap<>();
    for (Map.Entry<Integer, Revision> entry : known.entries()) {
      inOrder.put(entry.getKey(), entry.getValue());
    }
    emit(inOrder, revision.number(), out);
    Integer before = inOrder.lowerKey(revision.number());
    if (before != null) {
      emit(inOrder, before, out);
    }
  }

  private static void emit(
      NavigableMap<Integer, Revision> inOrder, int number, Collector<CatalogueChange> out) {
    Map.Entry<Integer, Revision> next = inOrder.higherEntry(number);
    out.collect(
        new CatalogueChange(
            inOrder.get(number), next == null ? null : validFrom(next.getValue()), next == null));
  }

  /** Only a product's revisions say from when they are in force. */
  private static Long validFrom(Revision revision) {
    return revision.product() == null ? null : revision.product().effectiveFrom();
  }
}
